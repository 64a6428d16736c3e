package org.gomall.api.stock;

import org.gomall.api.common.BusinessException;
import org.gomall.api.common.Page;

/** Taking pieces in and out, and why. */
public interface StockAdjustmentService {

    /**
     * Changes total and available of a SKU by a delta and writes the ledger. Idempotent by key. A SKU without stock yet
     * begins with 0.
     *
     * @return the figures afterwards
     * @throws BusinessException VALIDATION; ILLEGAL_STATE when fewer pieces are available than shall go (what is reserved
     *     stays untouched)
     */
    StockLevel adjust(AdjustStockCommand command) throws BusinessException;

    /** The changes of a SKU, newest first. Safe to repeat. */
    Page<StockLedgerEntryView> ledger(long skuId, int page, int size) throws BusinessException;
}
