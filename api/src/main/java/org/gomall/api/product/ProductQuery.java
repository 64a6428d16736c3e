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
 * @param uncounted true leaves the total at what is found up to this page, which is cheaper: for shelves that show no total
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
        int size,
        boolean uncounted)
        implements Checked, Serializable {

    /** A page with its total. */
    public ProductQuery(
            String keyword,
            Long categoryId,
            Long shopId,
            Long minPriceCents,
            Long maxPriceCents,
            Boolean inStock,
            ProductSort sort,
            int page,
            int size) {
        this(keyword, categoryId, shopId, minPriceCents, maxPriceCents, inStock, sort, page, size, false);
    }

    /**
     * The first products that are in stock, uncounted.
     *
     * @param shopId null for those of all shops
     */
    public static ProductQuery shelf(Long shopId, ProductSort sort, int size) {
        return new ProductQuery(null, null, shopId, null, null, true, sort, 1, size, true);
    }

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
