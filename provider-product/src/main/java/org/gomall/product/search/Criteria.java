package org.gomall.product.search;

import java.util.Comparator;
import java.util.List;
import org.gomall.api.common.PageLimits;
import org.gomall.api.product.ProductQuery;
import org.gomall.api.product.ProductSort;

/**
 * A query as the database sees it; null means any.
 *
 * @param words what the keyword asks for, the rarest first; null without a keyword
 * @param categoryIds the category and all below it
 * @param fromPlace whether the products of the shop or category are looked through for the words, instead of those of the
 *     rarest word
 */
record Criteria(
        List<Words> words,
        List<Long> categoryIds,
        Long shopId,
        Long minPriceCents,
        Long maxPriceCents,
        boolean inStockOnly,
        ProductSort sort,
        boolean fromPlace,
        int limit,
        int offset) {

    /**
     * A search looks at so many products at most. It finds everything as long as one word of the keyword, or the shop or
     * category it is limited to, has no more; beyond that it finds the best of the rarest word.
     */
    static final int CANDIDATES = 2_000;

    static Criteria of(ProductQuery query, List<Words> words, List<Long> categoryIds) {
        return new Criteria(
                words == null
                        ? null
                        : words.stream()
                                .sorted(Comparator.comparingInt(Words::postings))
                                .toList(),
                categoryIds,
                query.shopId(),
                query.minPriceCents(),
                query.maxPriceCents(),
                Boolean.TRUE.equals(query.inStock()),
                sort(query.sort(), words != null),
                false,
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

    /** The same, looking through the shop or category. */
    Criteria throughPlace() {
        return new Criteria(
                words, categoryIds, shopId, minPriceCents, maxPriceCents, inStockOnly, sort, true, limit, offset);
    }

    /** Whether even the rarest word has more products than are looked at, and there is a shop or category that may have fewer. */
    boolean isCrowded() {
        return words != null && words.get(0).areMany() && (shopId != null || categoryIds != null);
    }

    /** The word whose products are looked through. */
    public Words lead() {
        return words.get(0);
    }

    /** The words that are looked for in these. */
    public List<Words> others() {
        return fromPlace ? words : words.subList(1, words.size());
    }

    /** Whether nothing can match. */
    boolean isHopeless() {
        return words != null && (words.isEmpty() || words.get(0).found().isEmpty())
                || categoryIds != null && categoryIds.isEmpty();
    }

    public int candidates() {
        return CANDIDATES;
    }

    /** Whether each of several categories is walked by itself. */
    public boolean isFamily() {
        return words == null && shopId == null && categoryIds != null && categoryIds.size() > 1;
    }

    /** How far a category of several is walked for this page. */
    public int reach() {
        return offset + limit;
    }

    /** How far is counted. */
    public int mostCounted() {
        return PageLimits.MAX_COUNTED;
    }
}
