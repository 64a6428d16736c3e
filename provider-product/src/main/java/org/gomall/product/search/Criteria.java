package org.gomall.product.search;

import java.util.List;
import org.gomall.api.product.ProductQuery;
import org.gomall.api.product.ProductSort;

/**
 * A query as the database sees it; null means any.
 *
 * @param terms what the keyword asks for, null without a keyword
 * @param categoryIds the category and all below it
 */
record Criteria(
        List<Term> terms,
        List<Long> categoryIds,
        Long shopId,
        Long minPriceCents,
        Long maxPriceCents,
        boolean inStockOnly,
        ProductSort sort,
        int limit,
        int offset) {

    static Criteria of(ProductQuery query, List<Term> terms, List<Long> categoryIds) {
        return new Criteria(
                terms,
                categoryIds,
                query.shopId(),
                query.minPriceCents(),
                query.maxPriceCents(),
                Boolean.TRUE.equals(query.inStock()),
                sort(query.sort(), terms != null),
                query.size(),
                (query.page() - 1) * query.size());
    }

    /** Relevance says nothing without a keyword; the newest products come first then. */
    private static ProductSort sort(ProductSort wanted, boolean withKeyword) {
        if (wanted != null && wanted != ProductSort.RELEVANCE) {
            return wanted;
        }
        return withKeyword ? ProductSort.RELEVANCE : ProductSort.NEWEST;
    }

    /** How many terms a hit must contain. */
    int termCount() {
        return terms.size();
    }

    /** Whether nothing can match. */
    boolean isHopeless() {
        return terms != null && terms.isEmpty() || categoryIds != null && categoryIds.isEmpty();
    }
}
