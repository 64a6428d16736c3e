package org.gomall.order.cart;

/** A row of a cart. */
record CartLine(long skuId, int quantity, boolean selected) {}
