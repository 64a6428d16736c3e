package org.gomall.web.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.gomall.api.product.CategoryView;
import org.gomall.api.product.ProductSummary;

/**
 * What the front page shows of what sells and what is new; no product is on it twice.
 *
 * @param hero new things of different kinds, shown large
 * @param best what sells most, in this order
 * @param aisles a department each, with one of its things that sell
 * @param newest the other new things
 */
record FrontPage(
        List<ProductSummary> hero, List<ProductSummary> best, List<Aisle> aisles, List<ProductSummary> newest) {

    private static final int IN_HERO = 3;
    private static final int BEST = 8;
    private static final int AISLES = 4;
    private static final int NEWEST = 10;

    /** A department and something from it. */
    record Aisle(CategoryView category, ProductSummary product) {}

    /**
     * Fills the page; each list may be empty, while it cannot be had.
     *
     * @param selling by pieces sold
     * @param arrived by age, the newest first
     */
    static FrontPage of(List<ProductSummary> selling, List<ProductSummary> arrived, List<CategoryView> tree) {
        Map<Long, CategoryView> departments = new HashMap<>();
        tree.forEach(top -> assign(top, top, departments));
        Set<Long> shown = new HashSet<>();
        List<ProductSummary> best = take(selling, BEST, shown, product -> true);
        Set<Object> kinds = new HashSet<>();
        Predicate<ProductSummary> anotherKind = product -> kinds.add(kind(product, departments));
        List<ProductSummary> hero = take(arrived.isEmpty() ? selling : arrived, IN_HERO, shown, anotherKind);
        List<Aisle> aisles = take(
                        selling,
                        AISLES,
                        shown,
                        product -> departments.containsKey(product.categoryId()) && anotherKind.test(product))
                .stream()
                .map(product -> new Aisle(departments.get(product.categoryId()), product))
                .toList();
        return new FrontPage(hero, best, aisles, take(arrived, NEWEST, shown, product -> true));
    }

    private static Object kind(ProductSummary product, Map<Long, CategoryView> departments) {
        CategoryView department = departments.get(product.categoryId());
        return department == null ? product.categoryId() : Long.valueOf(department.categoryId());
    }

    private static List<ProductSummary> take(
            List<ProductSummary> from, int most, Set<Long> shown, Predicate<ProductSummary> wanted) {
        List<ProductSummary> taken = new ArrayList<>();
        for (ProductSummary product : from) {
            if (taken.size() < most && !shown.contains(product.productId()) && wanted.test(product)) {
                shown.add(product.productId());
                taken.add(product);
            }
        }
        return List.copyOf(taken);
    }

    private static void assign(CategoryView category, CategoryView top, Map<Long, CategoryView> departments) {
        departments.put(category.categoryId(), top);
        category.children().forEach(below -> assign(below, top, departments));
    }
}
