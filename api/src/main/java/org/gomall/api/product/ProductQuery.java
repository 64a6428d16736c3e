package org.gomall.api.product;

import java.io.Serializable;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/**
 * What to look for; null means any.
 *
 * @param categoryId a category or one of its parents
 * @param minPriceCents in fen, compared with the lowest SKU price
 * @param maxPriceCents in fen, compared with the lowest SKU price
 * @param inStock true leaves out products that are sold out (as known a few seconds ago)
 * @param sort null means relevance with a keyword and newest without
 * @param page from 1
 */
public record ProductQuery(
        String keyword,
        Long categoryId,
        Long shopId,
        Long minPriceCents,
        Long maxPriceCents,
        Boolean inStock,
        ProductSort sort,
        int page,
        int size)
        implements Checked, Serializable {

    @Override
    public void check() {
        Check.fields()
                .optionalText(keyword, 100, "keyword")
                .that(categoryId == null || categoryId > 0, "categoryId", "must be a valid id")
                .that(shopId == null || shopId > 0, "shopId", "must be a valid id")
                .that(minPriceCents == null || minPriceCents >= 0, "minPriceCents", "must not be negative")
                .that(maxPriceCents == null || maxPriceCents >= 0, "maxPriceCents", "must not be negative")
                .paging(page, size)
                .orRefuse();
    }
}
