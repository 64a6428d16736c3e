package org.gomall.api.stock;

import java.io.Serializable;

/** Event: a SKU sold out or came back. Not sent for every piece, only when {@code inStock} changes. */
public record SkuStockChanged(long skuId, boolean inStock) implements Serializable {}
