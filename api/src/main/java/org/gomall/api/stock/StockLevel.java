package org.gomall.api.stock;

import java.io.Serializable;

/** All figures of a SKU in pieces; {@code total = available + reserved + sold} at every moment. */
public record StockLevel(long skuId, int total, int available, int reserved, int sold) implements Serializable {}
