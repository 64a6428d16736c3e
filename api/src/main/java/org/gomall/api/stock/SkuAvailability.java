package org.gomall.api.stock;

import java.io.Serializable;

/** Pieces of a SKU that nobody has reserved or bought. */
public record SkuAvailability(long skuId, int available) implements Serializable {}
