package org.gomall.order.testing;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.stock.ReserveCommand;
import org.gomall.api.stock.ReserveLine;
import org.gomall.api.stock.SkuAvailability;
import org.gomall.api.stock.StockLevel;
import org.gomall.api.stock.StockQueryService;
import org.gomall.api.stock.StockReservationService;
import org.gomall.platform.test.SentStatements;
import org.springframework.transaction.support.TransactionTemplate;

/** Stock with switches for everything that can go wrong with it. */
public class FakeStock implements StockQueryService, StockReservationService {

    private final FakeStockTables tables;
    private final FakeReserveBranch reserve;
    private final FakeReleaseBranch release;
    private final TransactionTemplate transaction;

    private final Set<Long> unreleasable = ConcurrentHashMap.newKeySet();
    private volatile ErrorCode fault;
    private volatile Runnable whileReserving = () -> {};
    private volatile Runnable whileReleasing = () -> {};

    FakeStock(
            FakeStockTables tables,
            FakeReserveBranch reserve,
            FakeReleaseBranch release,
            TransactionTemplate transaction) {
        this.tables = tables;
        this.reserve = reserve;
        this.release = release;
        this.transaction = transaction;
    }

    /** Every call fails like this; null ends it. */
    public void fault(ErrorCode fault) {
        this.fault = fault;
    }

    /** Runs inside the global transaction, after stock was taken. */
    public void whileReserving(Runnable hook) {
        this.whileReserving = hook;
    }

    /** Runs inside the global transaction, before stock is given back. */
    public void whileReleasing(Runnable hook) {
        this.whileReleasing = hook;
    }

    /** This order's stock cannot be given back. */
    public void refuseToRelease(long orderId) {
        unreleasable.add(orderId);
    }

    /** Everything works again. */
    public void reset() {
        fault = null;
        whileReserving = () -> {};
        whileReleasing = () -> {};
        unreleasable.clear();
    }

    @Override
    public void reserve(ReserveCommand command) {
        SentStatements.called("StockReservationService.reserve");
        failIfAway();
        command.check();
        reserve.reserve(
                command.lines(),
                command.lines().stream().map(ReserveLine::orderId).distinct().toList());
        whileReserving.run();
    }

    @Override
    public void release(long orderId) {
        failIfAway();
        whileReleasing.run();
        if (unreleasable.contains(orderId)) {
            throw new BusinessException(ErrorCode.UNAVAILABLE);
        }
        release.release(orderId);
    }

    @Override
    public void sell(long orderId) {
        SentStatements.called("StockReservationService.sell");
        failIfAway();
        transaction.executeWithoutResult(status -> tables.sell(orderId));
    }

    @Override
    public void takeBack(long orderId) {
        failIfAway();
        transaction.executeWithoutResult(status -> tables.takeBack(orderId));
    }

    @Override
    public List<StockLevel> levels(Collection<Long> skuIds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<SkuAvailability> available(Collection<Long> skuIds) {
        failIfAway();
        return skuIds.stream()
                .map(id -> new SkuAvailability(id, (Integer) tables.row(id).get("available")))
                .toList();
    }

    @Override
    public StockLevel level(long skuId) {
        throw new UnsupportedOperationException();
    }

    private void failIfAway() {
        if (fault != null) {
            throw new BusinessException(fault);
        }
    }
}
