package org.gomall.api.product;

import java.io.Serializable;
import java.util.Map;

/**
 * A variant as the merchant wants it.
 *
 * @param skuId a SKU the product has; without it the one with the same specs is meant, or a new one
 * @param specs for example colour → black, in display order; empty for the only variant of a product
 * @param priceCents in fen
 * @param stock pieces of a new SKU, null for none. For one that exists it says nothing: its stock is changed by deltas
 */
public record SkuDraft(Long skuId, Map<String, String> specs, Long priceCents, Integer stock) implements Serializable {}
