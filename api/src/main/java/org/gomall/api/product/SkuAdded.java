package org.gomall.api.product;

import java.io.Serializable;

/** Event: a merchant added a SKU and has so many pieces of it; provider-stock takes them in once. */
public record SkuAdded(long skuId, long productId, int pieces) implements Serializable {}
