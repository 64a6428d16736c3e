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

    private final SearchMapper products;
    private final Categories categories;

    ProductSearch(SearchMapper products, Categories categories) {
        this.products = products;
        this.categories = categories;
    }

    /** One page of the visible products that match. */
    public Page<ProductSummary> search(ProductQuery query) {
        Criteria criteria = Criteria.of(query, terms(query.keyword()), categoryIds(query.categoryId()));
        if (criteria.isHopeless()) {
            return new Page<>(List.of(), query.page(), query.size(), 0);
        }
        List<ProductSummary> items = products.page(criteria);
        return new Page<>(items, query.page(), query.size(), total(criteria, items.size()));
    }

    /** A page that is not full is the last one, which spares the counting. */
    private long total(Criteria criteria, int found) {
        boolean last = found < criteria.limit() && (found > 0 || criteria.offset() == 0);
        return last ? criteria.offset() + found : products.count(criteria);
    }

    private static List<Term> terms(String keyword) {
        return keyword == null || keyword.isBlank() ? null : Terms.query(keyword);
    }

    private List<Long> categoryIds(Long categoryId) {
        return categoryId == null ? null : categories.family(categoryId);
    }
}
