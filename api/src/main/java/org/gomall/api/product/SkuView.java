package org.gomall.api.product;

import java.io.Serializable;
import java.util.Map;

/**
 * One buyable variant of a product.
 *
 * @param specs for example colour → black, in display order
 * @param priceCents in fen
 */
public record SkuView(long skuId, Map<String, String> specs, long priceCents) implements Serializable {}
