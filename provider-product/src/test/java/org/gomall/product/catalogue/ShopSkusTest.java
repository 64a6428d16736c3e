package org.gomall.product.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Page;
import org.gomall.api.product.CatalogueService;
import org.gomall.api.product.SkuSnapshot;
import org.gomall.platform.test.ProviderTest;
import org.gomall.product.RowsRead;
import org.gomall.product.TestRows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The SKUs of a shop that has more of them than are counted. */
@ProviderTest
class ShopSkusTest {

    private static final int PRODUCTS = 6_000;
    private static final long FIRST = 61_000_000;
    private static final long SHOP = 810_002;

    @Autowired
    private SkuSnapshots skus;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @BeforeAll
    static void fills_the_shop(@Autowired TestRows rows, @Autowired JdbcClient jdbc) {
        jdbc.sql("""
                        INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                            min_price_cents, max_price_cents, term_version, created_at, updated_at)
                        WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 999),
                             k (j) AS (SELECT 0 UNION ALL SELECT j + 1 FROM k WHERE j < 5)
                        SELECT :first + k.j * 1000 + n.i, :shop, :category, 'Bulk', '散装', '', '', 'UNLISTED',
                               100, 200, 1000, '2024-01-01' + INTERVAL k.j * 1000 + n.i SECOND, '2024-01-01'
                        FROM n CROSS JOIN k""")
                .param("first", FIRST)
                .param("shop", SHOP)
                .param("category", rows.category(null))
                .update();
        for (int position = 1; position <= 2; position++) {
            jdbc.sql("""
                            INSERT INTO sku (id, product_id, position, specs, price_cents, active)
                            SELECT id * 10 + :position, id, :position, '{}', 100, id % 1000 <> 999
                            FROM product
                            WHERE shop_id = :shop""").param("position", position).param("shop", SHOP).update();
        }
    }

    @AfterAll
    static void clears_it(@Autowired JdbcClient jdbc) {
        jdbc.sql("DELETE FROM sku WHERE product_id >= ? AND product_id < ?")
                .params(FIRST, FIRST + PRODUCTS)
                .update();
        jdbc.sql("DELETE FROM product WHERE id >= ? AND id < ?")
                .params(FIRST, FIRST + PRODUCTS)
                .update();
    }

    @Test
    void come_newest_first_past_products_without_any() {
        Page<SkuSnapshot> page = skus.ofShop(SHOP, 1, 4);

        assertThat(page.items())
                .extracting(SkuSnapshot::skuId)
                .containsExactly(610059981L, 610059982L, 610059971L, 610059972L);
        assertThat(skus.ofShop(SHOP, 2, 3).items())
                .extracting(SkuSnapshot::skuId)
                .containsExactly(610059972L, 610059961L, 610059962L);
    }

    /** Each of ten pages walks over those before it. */
    @Test
    void come_a_thousand_at_once_for_a_third_of_ten_pages() {
        transaction.executeWithoutResult(status -> {
            long before = RowsRead.by(jdbc);
            for (int page = 1; page <= 10; page++) {
                skus.ofShop(SHOP, page, 100);
            }
            long between = RowsRead.by(jdbc);
            assertThat(skus.ofShop(SHOP, 1, CatalogueService.MOST_OF_SHOP).items())
                    .hasSize(1_000)
                    .extracting(SkuSnapshot::skuId)
                    .doesNotHaveDuplicates();
            assertThat(RowsRead.by(jdbc) - between).isLessThan((between - before) / 3);
        });
        assertThatThrownBy(() -> skus.ofShop(SHOP, 1, CatalogueService.MOST_OF_SHOP + 1))
                .isInstanceOf(BusinessException.class)
                .hasMessageContaining(ErrorCode.VALIDATION.defaultMessage());
    }

    @Test
    void are_counted_to_the_next_page_at_least() {
        assertThat(skus.ofShop(SHOP, 1, 20).total()).isEqualTo(2_000);
        assertThat(skus.ofShop(SHOP, 100, 20).total()).isEqualTo(2_020);
    }
}
