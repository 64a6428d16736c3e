package org.gomall.product.category.admin;

import java.util.Collection;
import org.gomall.product.search.SearchIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Products are found by the names of their categories as well, so those of a renamed one are indexed again. */
@Component
class RenamedCategories {

    private static final Logger log = LoggerFactory.getLogger(RenamedCategories.class);

    private final SearchIndex index;

    RenamedCategories(SearchIndex index) {
        this.index = index;
    }

    /** Marks their products in the transaction that renames them; should this process die, its next start indexes. */
    void outdate(Collection<Long> categoryIds) {
        index.outdate(categoryIds);
    }

    /** Indexes beside the call: a category may hold thousands of products. */
    void indexSoon() {
        Thread indexing = new Thread(this::index, "renamed-categories");
        indexing.setDaemon(true);
        indexing.start();
    }

    private void index() {
        try {
            index.indexOutdated();
        } catch (RuntimeException e) {
            log.warn("products of renamed categories are indexed at the next start: {}", e.toString());
        }
    }
}
