package org.gomall.product.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.gomall.api.common.Page;
import org.gomall.api.product.ProductQuery;
import org.gomall.api.product.ProductSort;
import org.gomall.api.product.ProductSummary;
import org.gomall.platform.test.ProviderTest;
import org.gomall.product.TestRows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProviderTest
class ProductSearchTest {

    @Autowired
    private ProductSearch search;

    @Autowired
    private SearchIndex index;

    @Autowired
    private TestRows rows;

    @Autowired
    private JdbcClient jdbc;

    private long shop;

    @BeforeEach
    void takes_a_shop_of_its_own() {
        shop = rows.newId();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DRAFT", "PENDING", "REJECTED", "UNLISTED"})
    void hides_what_is_not_approved(String status) {
        rows.product().shop(shop).name("Hidden lamp").status(status).save();
        long visible = rows.product().shop(shop).name("Visible lamp").save();
        assertThat(ids(query().build())).containsExactly(visible);
        assertThat(ids(query().keyword("lamp").build())).containsExactly(visible);
    }

    @Test
    void shows_in_a_list_what_a_list_needs() {
        long category = rows.category(null);
        long id = rows.product()
                .shop(shop)
                .category(category)
                .name("Oak lamp")
                .nameZh("橡木灯")
                .price(1_999)
                .sales(7)
                .save();
        rows.image(id, 2, "/media/second.svg");
        rows.image(id, 1, "/media/first.svg");
        assertThat(search.search(query().build()).items())
                .containsExactly(new ProductSummary(
                        id, "Oak lamp", "橡木灯", "/media/first.svg", shop, category, 1_999, 2_499, 7, true));
    }

    @Test
    void a_category_includes_its_sub_categories() {
        long home = rows.category(null);
        long lighting = rows.category(home);
        long other = rows.category(null);
        long inHome = rows.product().shop(shop).category(home).save();
        long inLighting = rows.product().shop(shop).category(lighting).save();
        rows.product().shop(shop).category(other).save();
        assertThat(ids(query().category(home).build())).containsExactlyInAnyOrder(inHome, inLighting);
        assertThat(ids(query().category(lighting).build())).containsExactly(inLighting);
        assertThat(ids(query().category(rows.newId()).build())).isEmpty();
    }

    @Test
    void filters_by_price_with_both_ends_included() {
        rows.product().shop(shop).price(999).save();
        long low = rows.product().shop(shop).price(1_000).save();
        long high = rows.product().shop(shop).price(2_000).save();
        rows.product().shop(shop).price(2_001).save();
        assertThat(ids(query().prices(1_000L, 2_000L).build())).containsExactlyInAnyOrder(low, high);
        assertThat(search.search(query().prices(1_001L, null).build()).total()).isEqualTo(2);
        assertThat(search.search(query().prices(2_000L, 1_000L).build()).items())
                .isEmpty();
    }

    @Test
    void leaves_out_what_is_sold_out_only_when_asked() {
        long there = rows.product().shop(shop).save();
        long soldOut = rows.product().shop(shop).soldOut().save();
        assertThat(ids(query().inStock(true).build())).containsExactly(there);
        assertThat(ids(query().inStock(false).build())).containsExactlyInAnyOrder(there, soldOut);
        assertThat(ids(query().build())).containsExactlyInAnyOrder(there, soldOut);
    }

    @Test
    void sorts_in_every_order() {
        long old = rows.product()
                .shop(shop)
                .createdAt("2025-01-01T00:00:00Z")
                .price(200)
                .sales(3)
                .save();
        long recent = rows.product()
                .shop(shop)
                .createdAt("2025-03-01T00:00:00Z")
                .price(300)
                .sales(1)
                .save();
        long middle = rows.product()
                .shop(shop)
                .createdAt("2025-02-01T00:00:00Z")
                .price(100)
                .sales(2)
                .save();
        assertThat(ids(query().sort(ProductSort.NEWEST).build())).containsExactly(recent, middle, old);
        assertThat(ids(query().sort(ProductSort.PRICE_ASC).build())).containsExactly(middle, old, recent);
        assertThat(ids(query().sort(ProductSort.PRICE_DESC).build())).containsExactly(recent, old, middle);
        assertThat(ids(query().sort(ProductSort.SALES).build())).containsExactly(old, middle, recent);
        assertThat(ids(query().sort(null).build())).containsExactly(recent, middle, old);
        assertThat(ids(query().sort(ProductSort.RELEVANCE).build())).containsExactly(recent, middle, old);
    }

    @Test
    void sorts_hits_of_a_keyword_by_relevance_and_on_wish_otherwise() {
        long inDescription = rows.product()
                .shop(shop)
                .name("Vase")
                .description("Looks good beside a teapot.", "")
                .price(100)
                .save();
        long inName = rows.product().shop(shop).name("Clay teapot").price(300).save();
        long asPrefix =
                rows.product().shop(shop).name("Teapotholder").price(200).save();
        assertThat(ids(query().keyword("teapot").build())).containsExactly(inName, asPrefix, inDescription);
        assertThat(ids(query().keyword("teapot").sort(ProductSort.PRICE_ASC).build()))
                .containsExactly(inDescription, asPrefix, inName);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "headphones",
                "Headphone",
                "HEADPH",
                "wireless headphones",
                "headphones, wireless!",
                "耳机",
                "无线耳机",
                "无线 耳机",
                "机",
                "头戴headphones",
                "消噪"
            })
    void finds_by_words_and_characters_of_both_languages(String keyword) {
        long id = rows.product()
                .shop(shop)
                .name("Wireless Headphones")
                .nameZh("无线头戴耳机 无线耳机")
                .description("Forty hours of music.", "主动消噪，续航四十小时。")
                .save();
        rows.product().shop(shop).name("Wired mouse").nameZh("有线鼠标").save();
        assertThat(ids(query().keyword(keyword).build())).containsExactly(id);
    }

    @Test
    void finds_by_the_name_of_the_category_and_of_its_parent() {
        long home = rows.category(null, "Household", "居家");
        long category = rows.category(home, "Lighting", "灯具");
        long id = rows.product().shop(shop).category(category).name("Moon").save();
        assertThat(ids(query().keyword("lighting").build())).containsExactly(id);
        assertThat(ids(query().keyword("居家").build())).containsExactly(id);
    }

    @Test
    void a_hit_contains_every_word() {
        rows.product().shop(shop).name("Red lamp").save();
        long both = rows.product().shop(shop).name("Red wool lamp").save();
        assertThat(ids(query().keyword("lamp red wool").build())).containsExactly(both);
        assertThat(ids(query().keyword("lamp red silk").build())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "%%%", "la%p", "l_mp", "\\", "' OR '1'='1", "。", "the"})
    void takes_wildcards_and_quotes_literally(String keyword) {
        rows.product().shop(shop).name("lamp").save();
        assertThat(ids(query().keyword(keyword).build())).isEmpty();
    }

    @Test
    void a_blank_keyword_is_no_keyword() {
        long id = rows.product().shop(shop).save();
        assertThat(ids(query().keyword("  ").build())).containsExactly(id);
    }

    @Test
    void combines_all_filters() {
        long category = rows.category(rows.category(null));
        long hit = rows.product()
                .shop(shop)
                .category(category)
                .name("Wool blanket")
                .price(5_000)
                .save();
        rows.product()
                .shop(shop)
                .category(category)
                .name("Wool blanket")
                .price(9_000)
                .save();
        rows.product()
                .shop(shop)
                .category(category)
                .name("Wool blanket")
                .price(5_000)
                .soldOut()
                .save();
        rows.product().shop(shop).name("Wool blanket").price(5_000).save();
        rows.product()
                .shop(rows.newId())
                .category(category)
                .name("Wool blanket")
                .price(5_000)
                .save();
        assertThat(ids(query().keyword("wool")
                        .category(category)
                        .prices(4_000L, 6_000L)
                        .inStock(true)
                        .build()))
                .containsExactly(hit);
    }

    @ParameterizedTest
    @EnumSource(ProductSort.class)
    void pages_show_every_product_once_also_when_all_are_equal(ProductSort sort) {
        long category = rows.category(null);
        List<Long> saved = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            saved.add(rows.product().shop(shop).category(category).name("Equal").save());
        }
        List<Long> seen = new ArrayList<>();
        for (int page = 1; page <= 4; page++) {
            Page<ProductSummary> part = search.search(
                    query().keyword("equal").sort(sort).page(page, 2).build());
            assertThat(part.total()).isEqualTo(7);
            assertThat(part.page()).isEqualTo(page);
            assertThat(part.size()).isEqualTo(2);
            part.items().forEach(item -> seen.add(item.productId()));
        }
        assertThat(seen).hasSize(7).containsExactlyInAnyOrderElementsOf(saved);
        assertThat(search.search(query().sort(sort).page(5, 2).build())).isEqualTo(new Page<>(List.of(), 5, 2, 7));
    }

    @Test
    void products_without_terms_or_with_old_ones_are_indexed_once() {
        long id = rows.product().shop(shop).name("Old name").save();
        jdbc.sql("UPDATE product SET name = 'New name', term_version = 0 WHERE id = ?")
                .param(id)
                .update();
        assertThat(index.indexOutdated()).isEqualTo(1);
        assertThat(index.indexOutdated()).isZero();
        assertThat(ids(query().keyword("new name").build())).containsExactly(id);
        assertThat(ids(query().keyword("old name").build())).isEmpty();
    }

    private List<Long> ids(ProductQuery query) {
        Page<ProductSummary> page = search.search(query);
        assertThat(page.total()).isEqualTo(page.items().size());
        return page.items().stream().map(ProductSummary::productId).toList();
    }

    private Wish query() {
        return new Wish(shop);
    }

    /** A query that is put together step by step. */
    private static final class Wish {

        private final long shopId;
        private String keyword;
        private Long categoryId;
        private Long min;
        private Long max;
        private Boolean inStock;
        private ProductSort sort;
        private int page = 1;
        private int size = 20;

        Wish(long shopId) {
            this.shopId = shopId;
        }

        Wish keyword(String value) {
            keyword = value;
            return this;
        }

        Wish category(long value) {
            categoryId = value;
            return this;
        }

        Wish prices(Long from, Long to) {
            min = from;
            max = to;
            return this;
        }

        Wish inStock(boolean value) {
            inStock = value;
            return this;
        }

        Wish sort(ProductSort value) {
            sort = value;
            return this;
        }

        Wish page(int number, int entries) {
            page = number;
            size = entries;
            return this;
        }

        ProductQuery build() {
            return new ProductQuery(keyword, categoryId, shopId, min, max, inStock, sort, page, size);
        }
    }
}
