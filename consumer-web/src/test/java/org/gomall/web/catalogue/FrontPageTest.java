package org.gomall.web.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gomall.api.product.CategoryView;
import org.gomall.api.product.ProductSummary;
import org.junit.jupiter.api.Test;

class FrontPageTest {

    private final List<CategoryView> tree = LongStream.rangeClosed(1, 8)
            .mapToObj(top -> new CategoryView(
                    top, "Top", "顶", "top", List.of(new CategoryView(top * 10, "Below", "下", "below", List.of()))))
            .toList();

    @Test
    void no_product_is_shown_twice() {
        List<ProductSummary> selling = products(1, 40);
        List<ProductSummary> arrived = new ArrayList<>(selling);
        Collections.reverse(arrived);

        FrontPage page = FrontPage.of(selling, arrived, tree);

        List<Long> shown = Stream.of(
                        page.hero(),
                        page.best(),
                        page.newest(),
                        page.aisles().stream().map(FrontPage.Aisle::product).toList())
                .flatMap(List::stream)
                .map(ProductSummary::productId)
                .toList();
        assertThat(shown).doesNotHaveDuplicates().hasSize(3 + 8 + 10 + 4);
        assertThat(page.best()).isEqualTo(selling.subList(0, 8));
    }

    @Test
    void the_hero_and_the_departments_are_all_of_different_kinds() {
        FrontPage page = FrontPage.of(products(1, 40), products(101, 140), tree);

        List<Long> tops = Stream.concat(
                        page.hero().stream().map(product -> product.categoryId() / 10),
                        page.aisles().stream().map(aisle -> aisle.category().categoryId()))
                .toList();
        assertThat(tops).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void works_with_whatever_can_be_had() {
        assertThat(FrontPage.of(List.of(), List.of(), List.of()).hero()).isEmpty();
        FrontPage noNews = FrontPage.of(products(1, 40), List.of(), List.of());
        assertThat(noNews.hero()).hasSize(3);
        assertThat(noNews.best()).hasSize(8).doesNotContainAnyElementsOf(noNews.hero());
        assertThat(noNews.aisles()).isEmpty();
        FrontPage onlyNews = FrontPage.of(List.of(), products(1, 40), tree);
        assertThat(onlyNews.best()).isEmpty();
        assertThat(onlyNews.newest()).hasSize(10).doesNotContainAnyElementsOf(onlyNews.hero());
    }

    private static List<ProductSummary> products(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(id -> new ProductSummary(
                        id, "Mug " + id, "杯", "/media/products/1/1.svg", 1, (id % 8 + 1) * 10, 100, 200, 5, true))
                .toList();
    }
}
