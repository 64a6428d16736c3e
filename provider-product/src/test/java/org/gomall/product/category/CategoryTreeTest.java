package org.gomall.product.category;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gomall.api.product.CategoryView;
import org.junit.jupiter.api.Test;

class CategoryTreeTest {

    private final CategoryTree tree = new CategoryTree(List.of(
            new CategoryRow(2, null, "Home", "家居", "home"),
            new CategoryRow(1, null, "Food", "食品", "food"),
            new CategoryRow(21, 2L, "Lighting", "灯具", "lighting"),
            new CategoryRow(20, 2L, "Bedding", "床品", "bedding")));

    @Test
    void hangs_children_under_their_parents_in_the_given_order() {
        assertThat(tree.top()).extracting(CategoryView::categoryId).containsExactly(2L, 1L);
        assertThat(tree.top().get(0).children()).extracting(CategoryView::slug).containsExactly("lighting", "bedding");
        assertThat(tree.top().get(1).children()).isEmpty();
    }

    @Test
    void a_family_is_the_category_and_all_below_it() {
        assertThat(tree.family(2)).containsExactlyInAnyOrder(2L, 21L, 20L);
        assertThat(tree.family(21)).containsExactly(21L);
        assertThat(tree.family(99)).isEmpty();
    }
}
