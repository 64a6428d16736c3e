package org.gomall.web.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gomall.api.product.ProductQuery;
import org.gomall.api.product.ProductSort;
import org.gomall.web.page.Amounts;
import org.springframework.web.util.UriUtils;

/**
 * A product list as its address says it. Everything that narrows or orders the list is in the URL, so that reload, Back
 * and a shared link show the same.
 *
 * @param minPrice in yuan, as typed
 * @param maxPrice in yuan, as typed
 */
public record ProductSearch(
        String path,
        String keyword,
        Long categoryId,
        Long shopId,
        String minPrice,
        String maxPrice,
        boolean inStock,
        ProductSort sort,
        int page) {

    static final int SIZE = 24;

    /** The orders a visitor can choose; relevance only means something with a keyword. */
    public List<ProductSort> sorts() {
        return Arrays.stream(ProductSort.values())
                .filter(choice -> choice != ProductSort.RELEVANCE || hasKeyword())
                .toList();
    }

    /** The order in effect. */
    public ProductSort effectiveSort() {
        if (sort != null && sorts().contains(sort)) {
            return sort;
        }
        return hasKeyword() ? ProductSort.RELEVANCE : ProductSort.NEWEST;
    }

    /** Whether a keyword was given. */
    public boolean hasKeyword() {
        return isTyped(keyword);
    }

    /** Whether the price from which on was typed and cannot be meant. */
    public boolean isMinPriceWrong() {
        return isTyped(minPrice) && minCents() == null;
    }

    /** Whether the price up to which was typed and cannot be meant: no amount, or less than the other. */
    public boolean isMaxPriceWrong() {
        return isTyped(maxPrice) && maxCents() == null;
    }

    /** Whether a filter that can be taken off narrows the list. */
    public boolean isFiltered() {
        return !filters().isEmpty();
    }

    /** What narrows the list, each to be taken off by itself. */
    public List<Filter> filters() {
        List<Filter> filters = new ArrayList<>();
        if (hasKeyword()) {
            filters.add(new Filter("keyword", keyword.strip(), without("keyword")));
        }
        if (minCents() != null) {
            filters.add(new Filter("minPrice", minCents(), without("minPrice")));
        }
        if (maxCents() != null) {
            filters.add(new Filter("maxPrice", maxCents(), without("maxPrice")));
        }
        if (inStock) {
            filters.add(new Filter("inStock", "", without("inStock")));
        }
        return filters;
    }

    /**
     * Something that narrows the list.
     *
     * @param value the keyword, or a price in fen
     * @param urlWithout the list without it
     */
    public record Filter(String name, Object value, String urlWithout) {}

    /** The same list in another order. */
    public String urlBy(ProductSort other) {
        return url(this, other);
    }

    /** The same list in another category, or in all with null. */
    public String urlIn(Long otherCategory) {
        return url(new ProductSearch(path, keyword, otherCategory, shopId, minPrice, maxPrice, inStock, sort, 1), sort);
    }

    /** The list without its filters. */
    public String urlOfAll() {
        return url(new ProductSearch(path, null, categoryId, shopId, null, null, false, sort, 1), sort);
    }

    /** The address of the list up to the page number. */
    public String pageUrl() {
        String url = url(this, sort);
        return url + (url.contains("?") ? "&" : "?") + "page=";
    }

    ProductQuery query() {
        return new ProductQuery(
                hasKeyword() ? keyword.strip() : null,
                categoryId,
                shopId,
                minCents(),
                maxCents(),
                inStock ? Boolean.TRUE : null,
                effectiveSort(),
                page,
                SIZE);
    }

    private Long minCents() {
        return amount(minPrice);
    }

    private Long maxCents() {
        Long most = amount(maxPrice);
        Long least = minCents();
        return most != null && least != null && most < least ? null : most;
    }

    private static Long amount(String typed) {
        Long cents = Amounts.cents(typed);
        return cents == null || cents < 0 ? null : cents;
    }

    private static boolean isTyped(String text) {
        return text != null && !text.isBlank();
    }

    private String without(String filter) {
        return url(
                new ProductSearch(
                        path,
                        filter.equals("keyword") ? null : keyword,
                        categoryId,
                        shopId,
                        filter.equals("minPrice") ? null : minPrice,
                        filter.equals("maxPrice") ? null : maxPrice,
                        inStock && !filter.equals("inStock"),
                        sort,
                        1),
                sort);
    }

    private static String url(ProductSearch list, ProductSort order) {
        StringBuilder url = new StringBuilder(list.path);
        if (list.hasKeyword()) {
            append(url, "keyword", UriUtils.encode(list.keyword.strip(), StandardCharsets.UTF_8));
        }
        if (list.categoryId != null) {
            append(url, "categoryId", list.categoryId);
        }
        if (list.minCents() != null) {
            append(url, "minPrice", UriUtils.encodeQueryParam(list.minPrice.strip(), StandardCharsets.UTF_8));
        }
        if (list.maxCents() != null) {
            append(url, "maxPrice", UriUtils.encodeQueryParam(list.maxPrice.strip(), StandardCharsets.UTF_8));
        }
        if (list.inStock) {
            append(url, "inStock", true);
        }
        if (order != null) {
            append(url, "sort", order.text());
        }
        return url.toString();
    }

    private static void append(StringBuilder url, String name, Object encoded) {
        url.append(url.indexOf("?") < 0 ? '?' : '&').append(name).append('=').append(encoded);
    }
}
