package org.gomall.product;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.gomall.product.category.Categories;
import org.gomall.product.search.SearchIndex;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes categories and products for tests; every call gives out new numbers. */
@Component
public class TestRows {

    private static final AtomicLong NUMBERS = new AtomicLong(7_000_000);

    private final JdbcClient jdbc;
    private final Categories categories;
    private final SearchIndex index;

    TestRows(JdbcClient jdbc, Categories categories, SearchIndex index) {
        this.jdbc = jdbc;
        this.categories = categories;
        this.index = index;
    }

    /** A number that no row has. */
    public long newId() {
        return NUMBERS.incrementAndGet();
    }

    /** A category of any name; {@code parentId} is null for a top one. */
    public long category(Long parentId) {
        return category(parentId, "Things", "杂物");
    }

    /** A category; {@code parentId} is null for a top one. */
    public long category(Long parentId, String name, String nameZh) {
        long id = newId();
        jdbc.sql("INSERT INTO category (id, parent_id, name, name_zh, slug, position) VALUES (?, ?, ?, ?, ?, ?)")
                .params(id, parentId, name, nameZh, "slug-" + id, (int) (id % 1000))
                .update();
        categories.forget();
        return id;
    }

    /** A product that is visible, in stock and costs 10.00 unless told otherwise. */
    public NewProduct product() {
        return new NewProduct();
    }

    /** Adds a SKU. */
    public long sku(long productId, String specs, long priceCents, boolean active) {
        long id = newId();
        jdbc.sql("""
                        INSERT INTO sku (id, product_id, position, specs, price_cents, active, in_stock)
                        VALUES (?, ?, ?, ?, ?, ?, TRUE)""")
                .params(id, productId, (int) (id % 1_000_000), specs, priceCents, active)
                .update();
        return id;
    }

    /** Adds a picture. */
    public void image(long productId, int position, String url) {
        jdbc.sql("INSERT INTO product_image (product_id, position, url) VALUES (?, ?, ?)")
                .params(productId, position, url)
                .update();
    }

    /** Reads one column of a product. */
    public <T> T productColumn(long productId, String column, Class<T> type) {
        return jdbc.sql("SELECT " + column + " FROM product WHERE id = ?")
                .param(productId)
                .query(type)
                .single();
    }

    /** A product that is about to be written. */
    public final class NewProduct {

        private long shopId = 1;
        private Long categoryId;
        private String name = "Thing";
        private String nameZh = "东西";
        private String description = "";
        private String descriptionZh = "";
        private String status = "APPROVED";
        private long minPriceCents = 1_000;
        private long sales;
        private boolean inStock = true;
        private Instant createdAt = Instant.parse("2025-05-05T05:05:05Z");

        /** Sets the shop. */
        public NewProduct shop(long value) {
            shopId = value;
            return this;
        }

        /** Sets the category. */
        public NewProduct category(long value) {
            categoryId = value;
            return this;
        }

        /** Sets the English name. */
        public NewProduct name(String value) {
            name = value;
            return this;
        }

        /** Sets the Chinese name. */
        public NewProduct nameZh(String value) {
            nameZh = value;
            return this;
        }

        /** Sets both descriptions. */
        public NewProduct description(String english, String chinese) {
            description = english;
            descriptionZh = chinese;
            return this;
        }

        /** Sets the status. */
        public NewProduct status(String value) {
            status = value;
            return this;
        }

        /** Sets the lowest price; the highest is 5.00 more. */
        public NewProduct price(long cents) {
            minPriceCents = cents;
            return this;
        }

        /** Sets the pieces sold. */
        public NewProduct sales(long value) {
            sales = value;
            return this;
        }

        /** Marks it as sold out. */
        public NewProduct soldOut() {
            inStock = false;
            return this;
        }

        /** Sets when it was created. */
        public NewProduct createdAt(String value) {
            createdAt = Instant.parse(value);
            return this;
        }

        /** Writes and indexes it and gives its number. */
        public long save() {
            long id = newId();
            long category = categoryId == null ? TestRows.this.category(null) : categoryId;
            String time = createdAt.toString().replace('T', ' ').replace("Z", "");
            jdbc.sql("""
                            INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                                min_price_cents, max_price_cents, sales, in_stock, created_at, updated_at)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(id, shopId, category, name, nameZh, description, descriptionZh, status)
                    .params(minPriceCents, minPriceCents + 500, sales, inStock, time, time)
                    .update();
            index.indexOutdated();
            return id;
        }
    }
}
