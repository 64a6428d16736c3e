package org.gomall.web.catalogue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A product as everybody sees it, put together from the catalogue, its shop and the stock.
 *
 * @param rating mean of the reviews from 1 to 5, null while there are none
 * @param sales pieces sold so far
 */
@JsonSerialize(using = ProductJson.class)
public record ProductDetail(
        long productId,
        String name,
        String nameZh,
        String description,
        String descriptionZh,
        List<String> images,
        Shop shop,
        Category category,
        List<Sku> skus,
        BigDecimal rating,
        long sales,
        Instant createdAt) {

    /** Who sells it; the names are null while provider-user is away and nobody here has seen them. */
    public record Shop(long shopId, String name, String nameZh) {}

    /** Where it is found; {@code slug} names the picture style. */
    public record Category(long categoryId, String name, String nameZh, String slug) {}

    /**
     * A variant.
     *
     * @param priceCents in fen
     * @param available pieces in stock, null when stock cannot be asked right now
     */
    public record Sku(long skuId, Map<String, String> specs, long priceCents, Integer available) {}
}
