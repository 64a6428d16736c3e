package org.gomall.product.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gomall.api.common.Page;
import org.gomall.api.product.ListingQuery;
import org.gomall.api.product.ListingSummary;
import org.gomall.api.product.ProductStatus;
import org.gomall.platform.test.ProviderTest;
import org.gomall.product.RowsRead;
import org.gomall.product.TestRows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The desks of a shop with more products than are counted. */
@ProviderTest
class DeskPlansTest {

    private static final int PRODUCTS = 24_000;
    private static final int COUNTED = 10_000;
    private static final long FIRST = 60_000_000;
    private static final long SHOP = 810_001;

    @Autowired
    private ListingReader listings;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeAll
    static void fills_the_shop(@Autowired TestRows rows, @Autowired JdbcClient jdbc) {
        jdbc.sql("""
                        INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                            min_price_cents, max_price_cents, term_version, created_at, updated_at)
                        WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 999),
                             k (j) AS (SELECT 0 UNION ALL SELECT j + 1 FROM k WHERE j < 23)
                        SELECT :first + k.j * 1000 + n.i, :shop, :category, CONCAT('Bulk ', k.j * 1000 + n.i), '散装', '', '', 'UNLISTED',
                               100, 200, 1000, '2024-01-01', '2024-01-01' + INTERVAL k.j * 1000 + n.i SECOND
                        FROM n CROSS JOIN k""")
                .param("first", FIRST)
                .param("shop", SHOP)
                .param("category", rows.category(null))
                .update();
        jdbc.sql("ANALYZE TABLE product").query().listOfRows();
    }

    @AfterAll
    static void clears_it(@Autowired JdbcClient jdbc) {
        jdbc.sql("DELETE FROM product WHERE id >= ? AND id < ?")
                .params(FIRST, FIRST + PRODUCTS)
                .update();
    }

    @Test
    void a_list_reads_a_page_and_what_it_counts() {
        transaction.executeWithoutResult(status -> {
            long before = RowsRead.by(jdbc);
            Page<ListingSummary> page = listings.page(new ListingQuery(SHOP, null, 1, 20));
            assertThat(RowsRead.by(jdbc) - before).isLessThan(COUNTED * 3L);
            assertThat(page.items())
                    .hasSize(20)
                    .first()
                    .extracting(ListingSummary::name)
                    .isEqualTo("Bulk 23999");
            assertThat(page.total()).isEqualTo(COUNTED);
        });
    }

    @Test
    void a_name_is_looked_for_among_those_that_changed_last() {
        assertThat(listings.page(new ListingQuery(SHOP, null, "k 20007", 1, 20)).items())
                .extracting(ListingSummary::name)
                .containsExactly("Bulk 20007");
        assertThat(listings.page(new ListingQuery(SHOP, null, "k 7", 1, 20)).items())
                .isEmpty();
    }

    @Test
    void states_are_counted_no_further_than_lists() {
        assertThat(listings.counts(SHOP)).isEqualTo(Map.of(ProductStatus.UNLISTED, (long) COUNTED));
    }
}
