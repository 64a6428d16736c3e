package org.gomall.product.category;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gomall.api.product.CategoryView;

/** The categories at one moment. */
final class CategoryTree {

    private static final Long NO_PARENT = 0L;

    private final List<CategoryView> top;
    private final Map<Long, List<Long>> families = new HashMap<>();

    /** @param rows siblings in display order */
    CategoryTree(List<CategoryRow> rows) {
        Map<Long, List<CategoryRow>> children = new HashMap<>();
        for (CategoryRow row : rows) {
            Long parent = row.parentId() == null ? NO_PARENT : row.parentId();
            children.computeIfAbsent(parent, id -> new ArrayList<>()).add(row);
        }
        top = views(children, NO_PARENT);
        top.forEach(this::register);
    }

    /** The top categories with their children. */
    List<CategoryView> top() {
        return top;
    }

    /** Numbers of a category and of all below it; empty when there is no such category. */
    List<Long> family(long categoryId) {
        return families.getOrDefault(categoryId, List.of());
    }

    private static List<CategoryView> views(Map<Long, List<CategoryRow>> children, Long parent) {
        return children.getOrDefault(parent, List.of()).stream()
                .map(row -> new CategoryView(row.id(), row.name(), row.nameZh(), row.slug(), views(children, row.id())))
                .toList();
    }

    private List<Long> register(CategoryView category) {
        List<Long> family = new ArrayList<>();
        family.add(category.categoryId());
        category.children().forEach(child -> family.addAll(register(child)));
        families.put(category.categoryId(), family);
        return family;
    }
}
