package org.gomall.api.product;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * A product of any state with everything its merchant and admins may know; stock is asked for separately.
 *
 * @param reason why it was rejected, else null
 * @param skus the active ones, in display order
 */
public record ListingView(
        long productId,
        long shopId,
        ProductStatus status,
        String reason,
        String name,
        String nameZh,
        String description,
        String descriptionZh,
        long categoryId,
        String categoryName,
        String categoryNameZh,
        List<String> images,
        List<SkuView> skus,
        long sales,
        Instant createdAt,
        Instant updatedAt,
        List<ProductHistoryEntry> history)
        implements Serializable {}
