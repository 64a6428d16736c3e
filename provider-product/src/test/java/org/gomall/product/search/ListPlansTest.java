package org.gomall.product.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.gomall.api.product.ProductQuery;
import org.gomall.api.product.ProductSort;
import org.gomall.platform.test.ProviderTest;
import org.gomall.product.TestRows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** With many products, no list reads the whole table. */
@ProviderTest
class ListPlansTest {

    private static final int PRODUCTS = 4_000;
    private static final long FIRST = 50_000_000;
    private static final long LAST = FIRST + 3_999;

    @Autowired
    private SearchMapper products;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private static List<Long> categories;

    @BeforeAll
    static void fills_the_shelves(@Autowired TestRows rows, @Autowired JdbcClient jdbc) {
        categories = Stream.generate(() -> rows.category(null)).limit(20).toList();
        jdbc.sql("""
                        INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                            min_price_cents, max_price_cents, sales, in_stock, term_version, created_at, updated_at)
                        WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 999),
                             k (j) AS (SELECT 0 UNION ALL SELECT j + 1 FROM k WHERE j < 3)
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
                        Arguments.of("everything", criteria(null, null, null, sort)),
                        Arguments.of("a category", criteria(null, categories.get(3), null, sort)),
                        Arguments.of("a shop", criteria(null, null, 800_007L, sort)),
                        Arguments.of("a keyword", criteria("bulk77", null, null, sort))));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("lists")
    void reads_by_an_index(String what, Criteria criteria) {
        transaction.executeWithoutResult(status -> {
            long before = rowsRead();
            assertThat(products.page(criteria)).hasSize(20);
            assertThat(rowsRead() - before).isLessThan(PRODUCTS / 4);
        });
    }

    /** Rows and index entries that this connection has read so far, in whatever way. */
    private long rowsRead() {
        return jdbc.sql("SHOW SESSION STATUS LIKE 'Handler_read%'").query().listOfRows().stream()
                .mapToLong(row -> Long.parseLong(row.get("Value").toString()))
                .sum();
    }

    private static Criteria criteria(String keyword, Long categoryId, Long shopId, ProductSort sort) {
        return Criteria.of(
                new ProductQuery(keyword, categoryId, shopId, null, null, null, sort, 1, 20),
                keyword == null ? null : Terms.query(keyword),
                categoryId == null ? null : List.of(categoryId));
    }
}
