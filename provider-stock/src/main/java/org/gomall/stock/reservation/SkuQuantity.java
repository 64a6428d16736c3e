package org.gomall.stock.reservation;

/** Pieces of a SKU over all orders of one step. */
record SkuQuantity(long skuId, int quantity) {}
