package org.gomall.product.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Page;
import org.gomall.api.product.CatalogueService;
import org.gomall.api.product.CategoryView;
import org.gomall.api.product.ProductQuery;
import org.gomall.api.product.ProductView;
import org.gomall.api.product.SkuSnapshot;
import org.gomall.api.product.SkuView;
import org.gomall.platform.test.ProviderTest;
import org.gomall.product.TestRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The catalogue over real Dubbo: every call leaves this process and comes back. */
@ProviderTest
class CatalogueTest {

    @Autowired
    @Qualifier("remoteCatalogue")
    private CatalogueService catalogue;

    @Autowired
    private ProductPages pages;

    @Autowired
    private TestRows rows;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void gives_the_category_tree() {
        long top = rows.category(null, "Pets", "宠物");
        long sub = rows.category(top, "Cats", "猫咪");
        assertThat(catalogue.categories())
                .contains(new CategoryView(
                        top,
                        "Pets",
                        "宠物",
                        "slug-" + top,
                        List.of(new CategoryView(sub, "Cats", "猫咪", "slug-" + sub, List.of()))));
    }

    @Test
    void gives_a_product_with_pictures_and_active_skus_in_display_order() {
        long category = rows.category(null, "Bedding", "床品");
        long shop = rows.newId();
        long id = rows.product()
                .shop(shop)
                .category(category)
                .name("Duvet")
                .nameZh("被子")
                .description("Warm.", "暖和。")
                .sales(12)
                .createdAt("2025-02-03T04:05:06.123456Z")
                .save();
        rows.image(id, 2, "/media/b.svg");
        rows.image(id, 1, "/media/a.svg");
        long first = rows.sku(id, "{\"Size\":\"M\",\"Colour\":\"Sand\"}", 1_000, true);
        rows.sku(id, "{\"Size\":\"L\"}", 1_200, false);
        long third = rows.sku(id, "{\"Size\":\"XL\"}", 1_500, true);

        ProductView product = catalogue.product(id);

        assertThat(product.name()).isEqualTo("Duvet");
        assertThat(product.nameZh()).isEqualTo("被子");
        assertThat(product.description()).isEqualTo("Warm.");
        assertThat(product.descriptionZh()).isEqualTo("暖和。");
        assertThat(product.images()).containsExactly("/media/a.svg", "/media/b.svg");
        assertThat(product.shopId()).isEqualTo(shop);
        assertThat(product.categoryId()).isEqualTo(category);
        assertThat(product.categoryNameZh()).isEqualTo("床品");
        assertThat(product.categorySlug()).isEqualTo("slug-" + category);
        assertThat(product.sales()).isEqualTo(12);
        assertThat(product.createdAt()).isEqualTo(Instant.parse("2025-02-03T04:05:06.123456Z"));
        assertThat(product.skus()).extracting(SkuView::skuId).containsExactly(first, third);
        assertThat(product.skus().get(0).specs().keySet()).containsExactly("Size", "Colour");
        assertThat(product.skus().get(1).priceCents()).isEqualTo(1_500);
    }

    @Test
    void gives_all_skus_of_a_shop_but_withdrawn_ones_newest_product_first() {
        long shop = rows.newId();
        long older = rows.product().shop(shop).createdAt("2025-01-01T00:00:00Z").save();
        long newer = rows.product()
                .shop(shop)
                .status("DRAFT")
                .createdAt("2025-02-01T00:00:00Z")
                .save();
        long first = rows.sku(older, "{\"Size\":\"M\"}", 1_000, true);
        rows.sku(older, "{\"Size\":\"L\"}", 1_000, false);
        long second = rows.sku(newer, "{\"Size\":\"M\"}", 1_000, true);
        rows.sku(rows.product().shop(rows.newId()).save(), "{}", 1_000, true);

        Page<SkuSnapshot> page = catalogue.skusOfShop(shop, 1, 20);

        assertThat(page.total()).isEqualTo(2);
        assertThat(page.items()).extracting(SkuSnapshot::skuId).containsExactly(second, first);
        assertThat(page.items()).extracting(SkuSnapshot::shopId).containsOnly(shop);
        assertThat(page.items()).extracting(SkuSnapshot::purchasable).containsExactly(false, true);
        assertThat(catalogue.skusOfShop(shop, 2, 1).items())
                .extracting(SkuSnapshot::skuId)
                .containsExactly(first);
        assertThat(refusal(() -> catalogue.skusOfShop(shop, 0, 20)).error()).isEqualTo(ErrorCode.VALIDATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DRAFT", "PENDING", "REJECTED", "UNLISTED"})
    void a_product_that_is_not_approved_does_not_exist(String status) {
        long id = rows.product().status(status).save();
        assertThat(refusal(() -> catalogue.product(id)).error()).isEqualTo(ErrorCode.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1, Long.MAX_VALUE})
    void a_product_that_nobody_made_is_not_found(long id) {
        assertThat(refusal(() -> catalogue.product(id)).error()).isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void a_page_is_kept_for_seconds_and_prices_for_checkout_never() {
        long id = rows.product().save();
        long sku = rows.sku(id, "{\"Size\":\"M\"}", 1_000, true);
        assertThat(catalogue.product(id).skus().get(0).priceCents()).isEqualTo(1_000);

        jdbc.sql("UPDATE sku SET price_cents = 1100 WHERE id = ?").param(sku).update();

        assertThat(catalogue.skus(List.of(sku)).get(0).priceCents()).isEqualTo(1_100);
        pages.forget(id);
        assertThat(catalogue.product(id).skus().get(0).priceCents()).isEqualTo(1_100);
    }

    @Test
    void skus_carry_what_an_order_needs() {
        long shop = rows.newId();
        long id = rows.product().shop(shop).name("Cup").nameZh("杯子").save();
        rows.image(id, 1, "/media/cup.svg");
        long sku = rows.sku(id, "{\"Size\":\"M\",\"Colour\":\"Sand\"}", 2_345, true);
        SkuSnapshot snapshot = catalogue.skus(List.of(sku)).get(0);
        assertThat(snapshot)
                .isEqualTo(new SkuSnapshot(
                        sku,
                        id,
                        shop,
                        "Cup",
                        "杯子",
                        "/media/cup.svg",
                        java.util.Map.of("Size", "M", "Colour", "Sand"),
                        2_345,
                        true));
        assertThat(snapshot.specs().keySet()).containsExactly("Size", "Colour");
    }

    @Test
    void unknown_skus_are_left_out_and_repeated_ones_come_once() {
        long id = rows.product().save();
        long a = rows.sku(id, "{}", 1, true);
        long b = rows.sku(id, "{}", 2, true);
        assertThat(catalogue.skus(List.of(b, a, -5L, 404L, a)))
                .extracting(SkuSnapshot::skuId)
                .containsExactlyInAnyOrder(a, b);
        assertThat(catalogue.skus(List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "APPROVED,true,true",
        "APPROVED,false,false",
        "UNLISTED,true,false",
        "DRAFT,true,false",
        "PENDING,true,false"
    })
    void only_active_skus_of_visible_products_can_be_bought(String status, boolean active, boolean purchasable) {
        long id = rows.product().status(status).save();
        long sku = rows.sku(id, "{\"Size\":\"M\"}", 100, active);
        assertThat(catalogue.skus(List.of(sku)).get(0).purchasable()).isEqualTo(purchasable);
    }

    @Test
    void takes_at_most_200_skus_a_call() {
        List<Long> many = LongStream.rangeClosed(1, 200).boxed().toList();
        assertThat(catalogue.skus(many)).isEmpty();
        assertThat(refusal(() -> catalogue.skus(
                                LongStream.rangeClosed(1, 201).boxed().toList()))
                        .details())
                .containsOnlyKeys("skuIds");
        assertThat(refusal(() -> catalogue.skus(Collections.singletonList(null)))
                        .error())
                .isEqualTo(ErrorCode.VALIDATION);
        assertThat(refusal(() -> catalogue.skus(null)).error()).isEqualTo(ErrorCode.VALIDATION);
    }

    @ParameterizedTest
    @CsvSource({"0,20,page", "-1,20,page", "1001,20,page", "1,0,size", "1,101,size", "1,-7,size"})
    void refuses_pages_that_do_not_exist_or_are_too_large(int page, int size, String field) {
        ProductQuery query = new ProductQuery(null, null, null, null, null, null, null, page, size);
        BusinessException refusal = refusal(() -> catalogue.search(query));
        assertThat(refusal.error()).isEqualTo(ErrorCode.VALIDATION);
        assertThat(refusal.details()).containsOnlyKeys(field);
    }

    @Test
    void answers_the_deepest_and_widest_page_that_is_allowed() {
        assertThat(catalogue
                        .search(new ProductQuery(null, null, null, null, null, null, null, 1000, 100))
                        .items())
                .isEmpty();
    }

    @Test
    void the_schema_refuses_prices_and_specs_that_cannot_be() {
        long id = rows.product().save();
        assertThatThrownBy(() -> rows.sku(id, "{}", 0, true)).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> rows.sku(id, "{}", -1, true)).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> rows.sku(id, "{no json", 1, true)).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> rows.product().status("SOLD").save())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> rows.product().price(0).save()).isInstanceOf(DataIntegrityViolationException.class);
    }

    private static BusinessException refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(BusinessException.class, call);
    }
}
