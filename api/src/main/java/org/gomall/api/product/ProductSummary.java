package org.gomall.api.product;

import java.io.Serializable;

/**
 * A product in a list.
 *
 * @param minPriceCents lowest SKU price in fen
 * @param maxPriceCents highest SKU price in fen
 * @param sales pieces sold so far
 * @param inStock false when every SKU was sold out a few seconds ago
 */
public record ProductSummary(
        long productId,
        String name,
        String nameZh,
        String image,
        long shopId,
        long categoryId,
        long minPriceCents,
        long maxPriceCents,
        long sales,
        boolean inStock)
        implements Serializable {}
