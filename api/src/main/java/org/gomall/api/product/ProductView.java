package org.gomall.api.product;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/** A visible product with everything the catalogue knows; stock is asked for separately. */
public record ProductView(
        long productId,
        String name,
        String nameZh,
        String description,
        String descriptionZh,
        List<String> images,
        long shopId,
        long categoryId,
        String categoryName,
        String categoryNameZh,
        String categorySlug,
        List<SkuView> skus,
        long sales,
        Instant createdAt)
        implements Serializable {}
