package org.gomall.api.order;

import java.io.Serializable;

/** A SKU and how many pieces of it to buy. */
public record PurchaseLine(long skuId, int quantity) implements Serializable {}
