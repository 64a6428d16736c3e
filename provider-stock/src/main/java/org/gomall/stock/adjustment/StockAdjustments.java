package org.gomall.stock.adjustment;

import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.common.Check;
import org.gomall.api.common.Page;
import org.gomall.api.common.PageLimits;
import org.gomall.api.stock.AdjustStockCommand;
import org.gomall.api.stock.StockAdjustmentService;
import org.gomall.api.stock.StockLedgerEntryView;
import org.gomall.api.stock.StockLevel;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.support.TransactionTemplate;

/** The Dubbo face of adjustments and their ledger. */
@DubboService
class StockAdjustments implements StockAdjustmentService {

    private final Adjustments adjustments;
    private final AdjustmentMapper ledger;
    private final TransactionTemplate transaction;

    StockAdjustments(Adjustments adjustments, AdjustmentMapper ledger, TransactionTemplate transaction) {
        this.adjustments = adjustments;
        this.ledger = ledger;
        this.transaction = transaction;
    }

    @Override
    public StockLevel adjust(AdjustStockCommand command) {
        try {
            return transaction.execute(status -> adjustments.apply(command));
        } catch (DuplicateKeyException | PessimisticLockingFailureException twin) {
            // A request with the same key was faster; by now its row is there, or it was refused.
            return transaction.execute(status -> adjustments.apply(command));
        }
    }

    @Override
    public Page<StockLedgerEntryView> ledger(long skuId, int page, int size) {
        Check.fields().paging(page, size).orRefuse();
        long total = ledger.count(skuId, PageLimits.mostCounted(page, size));
        return new Page<>(ledger.page(skuId, size, (page - 1L) * size), page, size, total);
    }
}
