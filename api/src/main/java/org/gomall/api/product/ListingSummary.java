package org.gomall.api.product;

import java.io.Serializable;
import java.time.Instant;

/**
 * A product of any state in a list for its merchant or for admins.
 *
 * @param reason why it was rejected, else null
 * @param minPriceCents lowest price of an active SKU in fen
 * @param maxPriceCents highest price of an active SKU in fen
 * @param sales pieces sold so far
 */
public record ListingSummary(
        long productId,
        long shopId,
        ProductStatus status,
        String reason,
        String name,
        String nameZh,
        String image,
        long minPriceCents,
        long maxPriceCents,
        long sales,
        boolean inStock,
        Instant updatedAt)
        implements Serializable {}
