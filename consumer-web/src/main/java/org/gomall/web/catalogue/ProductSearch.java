package org.gomall.web.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.gomall.api.product.ProductQuery;
import org.gomall.api.product.ProductSort;
import org.gomall.web.page.Amounts;
import org.springframework.web.util.UriComponentsBuilder;

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

    /** Whether anything but category and shop narrows the list. */
    public boolean isNarrowed() {
        return hasKeyword() || minCents() != null || maxCents() != null || inStock;
    }

    /** Whether a keyword was given. */
    public boolean hasKeyword() {
        return keyword != null && !keyword.isBlank();
    }

    /** The same list in another order. */
    public String urlBy(ProductSort other) {
        return url(categoryId, other, true);
    }

    /** The same list in another category, or in all with null. */
    public String urlIn(Long otherCategory) {
        return url(otherCategory, sort, true);
    }

    /** The list without its filters. */
    public String urlOfAll() {
        return url(categoryId, sort, false);
    }

    /** The address of the list up to the page number. */
    public String pageUrl() {
        String url = url(categoryId, sort, true);
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
        return Amounts.cents(minPrice);
    }

    private Long maxCents() {
        return Amounts.cents(maxPrice);
    }

    private String url(Long category, ProductSort order, boolean filters) {
        UriComponentsBuilder url = UriComponentsBuilder.fromPath(path);
        if (filters && hasKeyword()) {
            url.queryParam("keyword", "{keyword}");
        }
        if (category != null) {
            url.queryParam("categoryId", category);
        }
        if (filters && minCents() != null) {
            url.queryParam("minPrice", minPrice.strip());
        }
        if (filters && maxCents() != null) {
            url.queryParam("maxPrice", maxPrice.strip());
        }
        if (filters && inStock) {
            url.queryParam("inStock", true);
        }
        if (order != null) {
            url.queryParam("sort", order.text());
        }
        return url.encode(StandardCharsets.UTF_8)
                .buildAndExpand(hasKeyword() ? keyword.strip() : "")
                .toUriString();
    }
}
