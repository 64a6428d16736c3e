package org.gomall.product.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.gomall.api.common.Page;
import org.gomall.api.product.ProductQuery;
import org.gomall.api.product.ProductSort;
import org.gomall.api.product.ProductSummary;
import org.gomall.platform.test.ProviderTest;
import org.gomall.product.RowsRead;
import org.gomall.product.TestRows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** With many products, no list reads the whole table. */
@ProviderTest
class ListPlansTest {

    private static final int PRODUCTS = 24_000;
    private static final long FIRST = 50_000_000;
    private static final long LAST = FIRST + PRODUCTS - 1;

    /** A page, and 10,000 that are counted and read again as the result that is counted. */
    private static final int MOST_FOR_LIST = 22_000;

    /** A page by the index of its order. */
    private static final int MOST_FOR_SHELF = 300;

    /** The candidates of a search are read, joined and sorted, for the page and for the count: a third of what all would take. */
    private static final int MOST_FOR_SEARCH = 40_000;

    @Autowired
    private ProductSearch search;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private static long family;
    private static List<Long> categories;

    @BeforeAll
    static void fills_the_shelves(@Autowired TestRows rows, @Autowired JdbcClient jdbc) {
        family = rows.category(null);
        categories = Stream.generate(() -> rows.category(family)).limit(20).toList();
        jdbc.sql("""
                        INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                            min_price_cents, max_price_cents, sales, in_stock, term_version, created_at, updated_at)
                        WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 999),
                             k (j) AS (SELECT 0 UNION ALL SELECT j + 1 FROM k WHERE j < 23)
                        SELECT :first + k.j * 1000 + n.i, 800000 + n.i % 40, :category + n.i % 20, 'Bulk', '散装', '', '', 'APPROVED',
                               100 + n.i, 200 + n.i, n.i, TRUE, :version,
                               '2024-01-01' + INTERVAL n.i HOUR, '2024-01-01'
                        FROM n CROSS JOIN k""")
                .param("first", FIRST)
                .param("category", categories.get(0))
                .param("version", Terms.VERSION)
                .update();
        jdbc.sql(
                        "INSERT INTO product_term (term, product_id, weight) SELECT CONCAT('bulk', id % 200), id, 1 FROM product WHERE id BETWEEN ? AND ?")
                .params(FIRST, LAST)
                .update();
        jdbc.sql("INSERT INTO product_term (term, product_id, weight) SELECT 'common', id, 1 + id % 3 FROM product"
                        + " WHERE id BETWEEN ? AND ?")
                .params(FIRST, LAST)
                .update();
        jdbc.sql("INSERT IGNORE INTO product_word (term) SELECT DISTINCT term FROM product_term")
                .update();
        jdbc.sql("ANALYZE TABLE product, product_term").query().listOfRows();
    }

    @AfterAll
    static void clears_them(@Autowired JdbcClient jdbc) {
        jdbc.sql("DELETE FROM product_term WHERE product_id BETWEEN ? AND ?")
                .params(FIRST, LAST)
                .update();
        jdbc.sql("DELETE FROM product WHERE id BETWEEN ? AND ?")
                .params(FIRST, LAST)
                .update();
    }

    static Stream<Arguments> lists() {
        return Stream.of(ProductSort.values())
                .flatMap(sort -> Stream.of(
                        Arguments.of("everything", query(null, null, null, sort)),
                        Arguments.of("a category", query(null, categories.get(3), null, sort)),
                        Arguments.of("a category of many", query(null, family, null, sort)),
                        Arguments.of("a shop", query(null, null, 800_007L, sort)),
                        Arguments.of("a keyword", query("bulk77", null, null, sort)),
                        Arguments.of("a keyword of all", query("common", null, null, sort)),
                        Arguments.of("the beginning of many", query("bu", null, null, sort)),
                        Arguments.of("two keywords", query("common bulk77", null, null, sort)),
                        Arguments.of("a keyword of all in a shop", query("common", null, 800_007L, sort))));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("lists")
    void reads_by_an_index(String what, ProductQuery query) {
        transaction.executeWithoutResult(status -> {
            long before = RowsRead.by(jdbc);
            assertThat(search.search(query).items()).hasSize(20);
            assertThat(RowsRead.by(jdbc) - before)
                    .isLessThan(query.keyword() == null ? MOST_FOR_LIST : MOST_FOR_SEARCH);
        });
    }

    @Test
    void a_shelf_is_not_counted() {
        transaction.executeWithoutResult(status -> {
            long before = RowsRead.by(jdbc);
            Page<ProductSummary> shelf = search.search(ProductQuery.shelf(800_007L, ProductSort.SALES, 20));
            assertThat(shelf.items()).hasSize(20);
            assertThat(shelf.total()).isEqualTo(20);
            assertThat(RowsRead.by(jdbc) - before).isLessThan(MOST_FOR_SHELF);
        });
    }

    @Test
    void counts_no_further_than_lists_are_paged() {
        assertThat(search.search(query(null, null, null, null)).total()).isEqualTo(10_000);
        assertThat(search.search(query("common", null, null, null)).total()).isEqualTo(2_000);
        assertThat(search.search(query("common", null, 800_007L, null)).total()).isEqualTo(PRODUCTS / 40);
    }

    @Test
    void a_keyword_of_all_shows_what_it_fits_best() {
        assertThat(search.search(query("common", null, null, null)).items())
                .allSatisfy(product -> assertThat(product.productId() % 3).isEqualTo(2));
    }

    @Test
    void a_category_of_many_is_in_order() {
        assertThat(search.search(query(null, family, null, ProductSort.PRICE_ASC))
                        .items())
                .extracting(ProductSummary::minPriceCents)
                .isSorted()
                .containsOnly(100L);
    }

    private static ProductQuery query(String keyword, Long categoryId, Long shopId, ProductSort sort) {
        return new ProductQuery(keyword, categoryId, shopId, null, null, null, sort, 1, 20);
    }
}
