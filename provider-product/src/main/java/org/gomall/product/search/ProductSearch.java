package org.gomall.product.search;

import java.util.List;
import org.gomall.api.common.Page;
import org.gomall.api.product.ProductQuery;
import org.gomall.api.product.ProductSummary;
import org.gomall.product.category.Categories;
import org.springframework.stereotype.Service;

/** Lists and finds visible products. */
@Service
public class ProductSearch {

    /** So many terms may begin with what was typed; the others are not looked for. */
    private static final int MAX_LONGER = 40;

    private final SearchMapper products;
    private final Categories categories;

    ProductSearch(SearchMapper products, Categories categories) {
        this.products = products;
        this.categories = categories;
    }

    /** One page of the visible products that match. */
    public Page<ProductSummary> search(ProductQuery query) {
        Criteria criteria = Criteria.of(query, words(query.keyword()), categoryIds(query.categoryId()));
        if (criteria.isHopeless()) {
            return new Page<>(List.of(), query.page(), query.size(), 0);
        }
        if (criteria.isCrowded() && products.inPlace(criteria) < Criteria.CANDIDATES) {
            criteria = criteria.throughPlace();
        }
        List<ProductSummary> items = products.page(criteria);
        return new Page<>(items, query.page(), query.size(), total(criteria, items.size(), query.uncounted()));
    }

    /** A page that is not full is the last one, which spares the counting. */
    private long total(Criteria criteria, int found, boolean uncounted) {
        boolean last = found < criteria.limit() && (found > 0 || criteria.offset() == 0);
        long reached = criteria.offset() + found;
        return last || uncounted ? reached : Math.max(products.count(criteria), found > 0 ? reached : 0);
    }

    private List<Words> words(String keyword) {
        return keyword == null || keyword.isBlank()
                ? null
                : Terms.query(keyword).stream().map(this::words).toList();
    }

    private Words words(Term term) {
        List<String> found = term.prefix() ? products.beginningWith(term.pattern(), MAX_LONGER) : List.of(term.text());
        int postings = found.isEmpty() ? 0 : products.postings(found, Criteria.CANDIDATES + 1);
        return new Words(term.text(), postings == 0 ? List.of() : found, postings);
    }

    private List<Long> categoryIds(Long categoryId) {
        return categoryId == null ? null : categories.family(categoryId);
    }
}
