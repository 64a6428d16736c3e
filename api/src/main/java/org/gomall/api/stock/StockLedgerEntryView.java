package org.gomall.api.stock;

import java.io.Serializable;
import java.time.Instant;

/** Why a SKU has the total it has: one change, in pieces. */
public record StockLedgerEntryView(long entryId, long skuId, int delta, String reason, Instant createdAt)
        implements Serializable {}
