package org.gomall.web.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Page;
import org.gomall.api.product.CatalogueService;
import org.gomall.api.product.CategoryView;
import org.gomall.api.product.ProductChanges;
import org.gomall.api.product.ProductQuery;
import org.gomall.api.product.ProductSort;
import org.gomall.api.product.ProductView;
import org.gomall.api.product.SkuView;
import org.gomall.api.stock.SkuAvailability;
import org.gomall.api.stock.StockQueryService;
import org.gomall.api.user.ShopService;
import org.gomall.api.user.ShopView;
import org.gomall.slice.Browser;
import org.gomall.slice.SliceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SliceTest
class CatalogueApiTest {

    private static final Instant AT = Instant.parse("2026-11-21T00:00:00Z");

    @LocalServerPort
    private int port;

    @Autowired
    private CatalogueService catalogue;

    @Autowired
    private StockQueryService stock;

    @Autowired
    private ShopService shops;

    @Autowired
    private CatalogueReader reader;

    @BeforeEach
    void clean() {
        reset(catalogue, stock, shops);
        reader.forgetAll();
    }

    @Test
    void puts_product_shop_category_and_stock_together_with_one_batch_each() {
        when(catalogue.product(1)).thenReturn(product(1, 2101));
        when(stock.available(List.of(11L, 12L))).thenReturn(List.of(new SkuAvailability(11, 5)));
        when(shops.shops(List.of(2101L))).thenReturn(List.of(new ShopView(2101, "Nova", "新星", "d", "述", AT)));

        JsonNode data = Browser.at(port).get("/api/products/1").data();
        Browser.at(port).get("/api/products/1");

        assertThat(data.propertyNames())
                .contains("productId", "name", "description", "images", "shop", "category", "skus", "rating", "sales");
        assertThat(data.get("productId").stringValue()).isEqualTo("1");
        assertThat(data.get("shop").get("shopId").stringValue()).isEqualTo("2101");
        assertThat(data.get("shop").get("name").stringValue()).isEqualTo("Nova");
        assertThat(data.get("category").get("categoryId").stringValue()).isEqualTo("3001");
        assertThat(data.get("skus").get(0).get("skuId").stringValue()).isEqualTo("11");
        assertThat(data.get("skus").get(0).get("specs").get("Colour").stringValue())
                .isEqualTo("black");
        assertThat(data.get("skus").get(0).get("priceCents").longValue()).isEqualTo(990);
        assertThat(data.get("skus").get(0).get("available").intValue()).isEqualTo(5);
        assertThat(data.get("skus").get(1).get("available").intValue())
                .as("stock does not know this one yet")
                .isZero();
        verify(stock, times(1)).available(any());
        verify(catalogue, times(1)).product(1);
    }

    @Test
    void sells_on_while_stock_and_shops_are_away() {
        when(catalogue.product(2)).thenReturn(product(2, 2102));
        when(stock.available(any())).thenThrow(new BusinessException(ErrorCode.UNAVAILABLE));
        when(shops.shops(any())).thenThrow(new BusinessException(ErrorCode.TIMEOUT));

        Browser.Answer answer = Browser.at(port).get("/api/products/2");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.data().get("skus").get(0).get("available").isNull()).isTrue();
        assertThat(answer.data().get("shop").get("shopId").stringValue()).isEqualTo("2102");
    }

    @Test
    void shows_the_last_copy_while_products_are_away() throws Exception {
        when(catalogue.product(3)).thenReturn(product(3, 2103));
        assertThat(Browser.at(port).get("/api/products/3").status()).isEqualTo(200);
        reset(catalogue);
        when(catalogue.product(3)).thenThrow(new BusinessException(ErrorCode.UNAVAILABLE));
        Thread.sleep(3_100);

        assertThat(Browser.at(port).get("/api/products/3").status()).isEqualTo(200);
        verify(catalogue).product(3);
    }

    @Test
    void shows_a_change_within_a_second_and_keeps_what_has_not_changed() {
        List<Long> changed = new CopyOnWriteArrayList<>();
        AtomicBoolean gone = new AtomicBoolean();
        when(catalogue.changedSince(any()))
                .thenAnswer(call -> new ProductChanges(Instant.now(), false, List.copyOf(changed)));
        when(catalogue.product(6)).thenAnswer(call -> {
            if (gone.get()) {
                throw new BusinessException(ErrorCode.NOT_FOUND);
            }
            return product(6, 2106);
        });
        when(catalogue.product(7)).thenReturn(product(7, 2106));
        Browser.at(port).get("/api/products/7");
        await().pollInterval(Duration.ofMillis(200))
                .during(Duration.ofSeconds(4))
                .atMost(Duration.ofSeconds(9))
                .until(() -> Browser.at(port).get("/api/products/6").status() == 200);

        gone.set(true);
        changed.add(6L);

        await().pollInterval(Duration.ofMillis(100))
                .atMost(Duration.ofMillis(2_500))
                .until(() -> Browser.at(port).get("/api/products/6").code() == 40400);
        assertThat(Browser.at(port).get("/api/products/7").status()).isEqualTo(200);
        verify(catalogue, times(1)).product(7);
    }

    @Test
    void says_so_when_there_is_no_copy() {
        when(catalogue.product(4)).thenThrow(new BusinessException(ErrorCode.UNAVAILABLE));

        Browser.Answer answer = Browser.at(port).get("/api/products/4");

        assertThat(answer.code()).isEqualTo(50300);
        assertThat(answer.header("Retry-After")).isNotNull();
    }

    @Test
    void knows_no_product_that_does_not_exist() {
        when(catalogue.product(5)).thenThrow(new BusinessException(ErrorCode.NOT_FOUND));

        assertThat(Browser.at(port).get("/api/products/5").code()).isEqualTo(40400);
        assertThat(Browser.at(port).get("/api/shops/5").code()).isEqualTo(40400);
    }

    @Test
    void passes_every_filter_on() {
        when(catalogue.search(any())).thenReturn(new Page<>(List.of(), 2, 5, 0));

        Browser.Answer answer = Browser.at(port)
                .get("/api/products?keyword=%20lamp%20&categoryId=3001&shopId=2001&minPriceCents=1&maxPriceCents=2"
                        + "&inStock=true&sort=priceAsc&page=2&size=5");

        assertThat(answer.status()).isEqualTo(200);
        verify(catalogue).search(new ProductQuery("lamp", 3001L, 2001L, 1L, 2L, true, ProductSort.PRICE_ASC, 2, 5));
    }

    @Test
    void gives_the_category_tree() {
        when(catalogue.categories())
                .thenReturn(List.of(new CategoryView(
                        3001,
                        "Home",
                        "家居",
                        "home",
                        List.of(new CategoryView(3002, "Lamps", "灯", "lamps", List.of())))));

        JsonNode data = Browser.at(port).get("/api/categories").data();

        assertThat(data.get(0).get("categoryId").stringValue()).isEqualTo("3001");
        assertThat(data.get(0).get("children").get(0).get("name").stringValue()).isEqualTo("Lamps");
    }

    private static ProductView product(long productId, long shopId) {
        return new ProductView(
                productId,
                "Lamp",
                "灯",
                "A lamp",
                "一盏灯",
                List.of("/media/products/1/1.svg"),
                shopId,
                3001,
                "Home",
                "家居",
                "home",
                List.of(new SkuView(11, Map.of("Colour", "black"), 990), new SkuView(12, Map.of(), 1_090)),
                3,
                AT);
    }
}
