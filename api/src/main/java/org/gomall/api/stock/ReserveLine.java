package org.gomall.api.stock;

import java.io.Serializable;

/** Pieces of one SKU for one order. */
public record ReserveLine(long orderId, long skuId, int quantity) implements Serializable {}
