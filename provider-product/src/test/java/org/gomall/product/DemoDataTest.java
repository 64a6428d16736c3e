package org.gomall.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.gomall.localstack.TestStack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The demo catalogue and its stock, as Flyway writes them into empty schemas. */
class DemoDataTest {

    private static final String PRODUCT_SCHEMA = "gomall_test_demo_product";
    private static final String STOCK_SCHEMA = "gomall_test_demo_stock";

    private static JdbcClient product;
    private static JdbcClient stock;

    @BeforeAll
    static void migrates_empty_schemas() {
        product = migrated(PRODUCT_SCHEMA, "gomall_product");
        stock = migrated(STOCK_SCHEMA, "gomall_stock");
    }

    @Test
    void has_200_visible_products_of_two_shops() {
        assertThat(number(product, "SELECT COUNT(*) FROM product WHERE status = 'APPROVED'"))
                .isEqualTo(200);
        assertThat(number(product, "SELECT COUNT(*) FROM product")).isEqualTo(200);
        assertThat(number(product, "SELECT MIN(id) FROM product")).isEqualTo(100_001);
        assertThat(number(product, "SELECT MAX(id) FROM product")).isEqualTo(100_200);
        assertThat(number(product, "SELECT COUNT(*) FROM product WHERE shop_id = 2001"))
                .isGreaterThan(40);
        assertThat(number(product, "SELECT COUNT(*) FROM product WHERE shop_id = 2002"))
                .isGreaterThan(40);
        assertNone(product, "SELECT id FROM product WHERE shop_id NOT IN (2001, 2002)");
    }

    @Test
    void has_at_least_ten_top_categories_and_products_in_every_sub_category() {
        assertThat(number(product, "SELECT COUNT(*) FROM category WHERE parent_id IS NULL"))
                .isGreaterThanOrEqualTo(10);
        assertNone(product, """
                SELECT c.id FROM category c
                WHERE c.parent_id IS NULL AND NOT EXISTS (SELECT 1 FROM category s WHERE s.parent_id = c.id)""");
        assertNone(product, """
                SELECT c.id FROM category c
                WHERE c.parent_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM product p WHERE p.category_id = c.id)""");
        assertNone(
                product,
                "SELECT p.id FROM product p JOIN category c ON c.id = p.category_id WHERE c.parent_id IS NULL");
    }

    @Test
    void speaks_both_languages_without_repeating_itself() {
        for (String column : List.of("name", "name_zh", "description", "description_zh")) {
            assertThat(number(product, "SELECT COUNT(DISTINCT " + column + ") FROM product"))
                    .as(column)
                    .isEqualTo(200);
        }
        for (Map<String, Object> row : product.sql("SELECT name, name_zh, description, description_zh FROM product")
                .query()
                .listOfRows()) {
            assertThat(row.get("name").toString()).doesNotContainPattern("\\p{IsHan}");
            assertThat(row.get("name_zh").toString()).containsPattern("\\p{IsHan}{2}");
            assertThat(row.get("description").toString())
                    .hasSizeBetween(60, 400)
                    .matches("(?s).*[.] ?.*[.]");
            assertThat(row.get("description_zh").toString())
                    .hasSizeBetween(20, 200)
                    .matches(".*。.*。");
        }
    }

    @Test
    void has_three_pictures_per_product() {
        assertThat(number(product, "SELECT COUNT(*) FROM product_image")).isEqualTo(600);
        assertNone(product, """
                SELECT product_id FROM product_image
                WHERE url <> CONCAT('/media/products/', product_id, '/', position, '.svg') OR position NOT BETWEEN 1 AND 3""");
    }

    @Test
    void has_one_to_six_skus_per_product_numbered_after_it() {
        assertNone(product, """
                SELECT p.id FROM product p LEFT JOIN sku s ON s.product_id = p.id
                GROUP BY p.id HAVING COUNT(s.id) NOT BETWEEN 1 AND 6 OR MAX(s.position) <> COUNT(s.id)""");
        assertNone(product, "SELECT id FROM sku WHERE id <> product_id * 10 + position OR NOT active");
        assertNone(product, "SELECT product_id FROM sku GROUP BY product_id, specs HAVING COUNT(*) > 1");
        assertThat(product.sql("SELECT specs FROM sku").query(String.class).list())
                .allSatisfy(specs -> assertThat(specs).matches("\\{\".+\":\".+\"}"));
    }

    @Test
    void lists_show_the_prices_of_the_skus() {
        assertNone(product, """
                SELECT p.id FROM product p JOIN sku s ON s.product_id = p.id
                GROUP BY p.id, p.min_price_cents, p.max_price_cents
                HAVING p.min_price_cents <> MIN(s.price_cents) OR p.max_price_cents <> MAX(s.price_cents)""");
        assertThat(number(product, "SELECT MIN(price_cents) FROM sku")).isGreaterThanOrEqualTo(500);
        assertThat(number(product, "SELECT MAX(price_cents) FROM sku")).isLessThanOrEqualTo(2_000_000);
    }

    @Test
    void dates_and_sales_vary() {
        assertThat(number(product, "SELECT COUNT(DISTINCT created_at) FROM product"))
                .isGreaterThan(190);
        assertThat(number(product, "SELECT COUNT(DISTINCT sales) FROM product")).isGreaterThan(100);
    }

    @Test
    void every_sku_has_stock_that_adds_up() {
        assertThat(stock.sql("SELECT sku_id FROM stock ORDER BY sku_id")
                        .query(Long.class)
                        .list())
                .isEqualTo(product.sql("SELECT id FROM sku ORDER BY id")
                        .query(Long.class)
                        .list());
        assertNone(stock, "SELECT sku_id FROM stock WHERE total <> available OR reserved <> 0 OR sold <> 0");
        assertNone(stock, """
                SELECT s.sku_id FROM stock s LEFT JOIN stock_ledger l ON l.sku_id = s.sku_id
                GROUP BY s.sku_id, s.total HAVING COALESCE(SUM(l.delta), 0) <> s.total""");
        assertNone(stock, "SELECT entry_id FROM stock_ledger WHERE sku_id NOT IN (SELECT sku_id FROM stock)");
    }

    @Test
    void most_skus_have_plenty_some_few_and_some_none() {
        assertThat(number(stock, "SELECT COUNT(*) FROM stock WHERE available = 0"))
                .isBetween(5L, 60L);
        assertThat(number(stock, "SELECT COUNT(*) FROM stock WHERE available BETWEEN 3 AND 8"))
                .isBetween(5L, 60L);
        assertNone(
                stock,
                "SELECT sku_id FROM stock WHERE available <> 0 AND available NOT BETWEEN 3 AND 8 AND available NOT BETWEEN 50 AND 500");
    }

    @Test
    void products_and_skus_know_what_is_in_stock() {
        assertThat(product.sql("SELECT id FROM sku WHERE in_stock ORDER BY id")
                        .query(Long.class)
                        .list())
                .isEqualTo(stock.sql("SELECT sku_id FROM stock WHERE available > 0 ORDER BY sku_id")
                        .query(Long.class)
                        .list());
        assertNone(product, """
                SELECT p.id FROM product p JOIN sku s ON s.product_id = p.id
                GROUP BY p.id, p.in_stock HAVING p.in_stock <> MAX(s.in_stock)""");
        assertThat(number(product, "SELECT COUNT(*) FROM product WHERE NOT in_stock"))
                .isBetween(1L, 10L);
    }

    @Test
    void running_the_demo_files_again_changes_nothing_that_happened_since() {
        product.sql("UPDATE product SET sales = sales + 7 WHERE id = 100001").update();
        stock.sql("UPDATE stock SET available = available - 2, sold = 2 WHERE sku_id = 1000011")
                .update();
        long soldOut = number(stock, "SELECT MIN(sku_id) FROM stock WHERE total = 0");
        stock.sql("UPDATE stock SET total = 9, available = 9 WHERE sku_id = ?")
                .param(soldOut)
                .update();
        stock.sql(
                        "INSERT INTO stock_ledger (entry_id, sku_id, delta, reason, created_at) VALUES (77, ?, 9, 'more', '2026-02-02')")
                .param(soldOut)
                .update();
        List<Map<String, Object>> products = everything(product, "product");
        List<Map<String, Object>> stocks = everything(stock, "stock");
        List<Map<String, Object>> entries = everything(stock, "stock_ledger");
        try {
            demoAgain(PRODUCT_SCHEMA, "gomall_product");
            demoAgain(STOCK_SCHEMA, "gomall_stock");

            assertThat(everything(product, "product")).isEqualTo(products);
            assertThat(everything(stock, "stock")).isEqualTo(stocks);
            assertThat(everything(stock, "stock_ledger")).isEqualTo(entries);
            assertThat(number(product, "SELECT COUNT(*) FROM sku"))
                    .isEqualTo(number(stock, "SELECT COUNT(*) FROM stock"));
        } finally {
            stock.sql("DELETE FROM stock_ledger WHERE entry_id = 77").update();
            stock.sql("UPDATE stock SET total = 0, available = 0 WHERE sku_id = ?")
                    .param(soldOut)
                    .update();
            stock.sql("UPDATE stock SET available = total, sold = 0 WHERE sku_id = 1000011")
                    .update();
        }
    }

    private static JdbcClient migrated(String schema, String folder) {
        TestStack.shared().createSchema(schema);
        Flyway.configure()
                .dataSource(source(schema))
                .locations("filesystem:../sql/" + folder, "filesystem:../sql/demo/" + folder)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
        return JdbcClient.create(source(schema));
    }

    /** Under another history table Flyway takes the demo files for new ones, as it does when their text changes. */
    private static void demoAgain(String schema, String folder) {
        Flyway.configure()
                .dataSource(source(schema))
                .locations("filesystem:../sql/demo/" + folder)
                .table("history_of_second_run")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    private static DriverManagerDataSource source(String schema) {
        TestStack stack = TestStack.shared();
        return new DriverManagerDataSource(stack.jdbcUrl(schema), stack.databaseUser(), stack.databasePassword());
    }

    private static long number(JdbcClient schema, String sql) {
        return schema.sql(sql).query(Long.class).single();
    }

    private static void assertNone(JdbcClient schema, String sql) {
        assertThat(schema.sql(sql).query(Long.class).list()).as(sql).isEmpty();
    }

    private static List<Map<String, Object>> everything(JdbcClient schema, String table) {
        return schema.sql("SELECT * FROM " + table + " ORDER BY 1").query().listOfRows();
    }
}
