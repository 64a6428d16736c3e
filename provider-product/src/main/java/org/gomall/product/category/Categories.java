package org.gomall.product.category;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.List;
import org.gomall.api.product.CategoryView;
import org.springframework.stereotype.Service;

/**
 * The category tree, kept in memory: it is part of every page and changes a few times a year. A copy older than
 * {@value #FRESH_SECONDS} s is renewed beside the call that noticed, so the database being away is not noticed.
 */
@Service
public class Categories {

    private static final int FRESH_SECONDS = 10;
    private static final String ALL = "all";

    private final LoadingCache<String, CategoryTree> trees;

    Categories(CategoryMapper categories) {
        trees = Caffeine.newBuilder()
                .refreshAfterWrite(Duration.ofSeconds(FRESH_SECONDS))
                .build(key -> new CategoryTree(categories.all()));
    }

    /** The top categories with their children, in display order. */
    public List<CategoryView> tree() {
        return trees.get(ALL).top();
    }

    /** Numbers of a category and of all below it; empty when there is no such category. */
    public List<Long> family(long categoryId) {
        return trees.get(ALL).family(categoryId);
    }

    /** Forgets the copy in this process. */
    public void forget() {
        trees.invalidateAll();
    }
}
