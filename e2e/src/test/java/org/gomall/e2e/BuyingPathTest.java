package org.gomall.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The way from the first visit to the confirmed parcel, as a client of the REST API walks it. */
class BuyingPathTest {

    private static final Mall MALL = Mall.shared();

    @AfterAll
    static void invariants_hold() {
        MALL.assertInvariants();
    }

    @Test
    void a_newcomer_registers_buys_from_two_shops_pays_once_and_receives_both_parcels() {
        Shopper shopper = Shopper.register(MALL.url(), 50_000_000);
        JsonNode me = shopper.get("/api/auth/me").ok().data();
        assertThat(me.path("username").asString()).isEqualTo(shopper.name());
        assertThat(me.path("roles").toString()).contains("USER");

        long first = MALL.sku(Mall.NOVA_SHOP);
        long second = MALL.sku(Mall.ORBIT_SHOP);
        shopper.post("/api/cart/items", Map.of("skuId", "" + first, "quantity", 2))
                .ok();
        JsonNode cart = shopper.post("/api/cart/items", Map.of("skuId", "" + second, "quantity", 1))
                .ok()
                .data();
        assertThat(cart.path("items")).hasSize(2);

        JsonNode quote = shopper.post("/api/checkout", Map.of("cart", true, "addressId", shopper.addressId()))
                .ok()
                .data();
        assertThat(quote.path("shops")).hasSize(2);
        assertThat(quote.path("problems")).isEmpty();
        long total = quote.path("totalCents").asLong();
        assertThat(total).isEqualTo(2 * MALL.priceCents(first) + MALL.priceCents(second));

        Answer placed = shopper.postWithKey(
                "/api/orders",
                Shopper.key(),
                Map.of("cart", true, "addressId", shopper.addressId(), "expectedTotalCents", total));
        assertThat(placed.status()).isEqualTo(201);
        JsonNode orders = placed.ok().data().path("orders");
        assertThat(orders).hasSize(2);
        assertThat(placed.data().path("totalCents").asLong()).isEqualTo(total);
        assertThat(shopper.get("/api/cart").ok().data().path("items")).isEmpty();
        String firstOrder = orders.get(0).path("orderId").asString();
        String secondOrder = orders.get(1).path("orderId").asString();
        assertThat(orders.get(0).path("orderId").isString())
                .as("ids are strings")
                .isTrue();
        assertThat(orders.get(0).path("expiresAt").asString()).endsWith("Z");

        long before = shopper.balanceCents();
        Answer paid = shopper.pay(firstOrder, secondOrder).ok();
        assertThat(paid.data().path("status").asString()).isEqualTo("SUCCEEDED");
        assertThat(paid.data().path("amountCents").asLong()).isEqualTo(total);
        await().atMost(Duration.ofSeconds(1)).untilAsserted(() -> {
            assertThat(shopper.statusOf(firstOrder)).isEqualTo("PAID");
            assertThat(shopper.statusOf(secondOrder)).isEqualTo("PAID");
        });
        assertThat(shopper.balanceCents()).isEqualTo(before - total);

        for (String orderId : List.of(firstOrder, secondOrder)) {
            long shop = shopper.orderNow(orderId).path("shopId").asLong();
            Shopper merchant = Shopper.login(MALL.url(), shop == Mall.NOVA_SHOP ? "nova" : "orbit", Mall.DEMO_PASSWORD);
            merchant.post(
                            "/api/merchant/orders/" + orderId + "/ship",
                            Map.of("carrier", "SF Express", "trackingNo", "SF1234567890"))
                    .ok();
            assertThat(shopper.statusOf(orderId)).isEqualTo("SHIPPED");
            shopper.post("/api/orders/" + orderId + "/receive").ok();
            JsonNode history = shopper.orderNow(orderId).path("history");
            assertThat(history.findValuesAsString("to")).containsExactly("CREATED", "PAID", "SHIPPED", "RECEIVED");
        }
    }

    @Test
    void a_guest_fills_a_cart_that_is_theirs_after_login() {
        long sku = MALL.sku(Mall.NOVA_SHOP);
        Answer added = Shopper.guest(MALL.url()).post("/api/cart/items", Map.of("skuId", "" + sku, "quantity", 3));
        String cookie = added.ok().response().headers().allValues("Set-Cookie").stream()
                .filter(c -> c.startsWith("gomall-cart="))
                .findFirst()
                .orElseThrow();
        assertThat(cookie).contains("HttpOnly").contains("SameSite");

        String username = Shopper.register(MALL.url(), 0).name();
        Answer login = Shopper.guest(MALL.url())
                .send(
                        "POST",
                        "/api/auth/login",
                        Map.of("account", username, "password", Shopper.PASSWORD),
                        Map.of("Cookie", cookie.substring(0, cookie.indexOf(';'))))
                .ok();
        Answer cart = Shopper.guest(MALL.url())
                .send(
                        "GET",
                        "/api/cart",
                        null,
                        Map.of(
                                "Authorization",
                                "Bearer " + login.data().path("token").asString()))
                .ok();
        assertThat(cart.data().path("items").get(0).path("quantity").asInt()).isEqualTo(3);
    }

    @Test
    void a_cancelled_order_gives_its_pieces_back_and_cannot_be_paid_or_cancelled_again() {
        Shopper shopper = Shopper.register(MALL.url(), 50_000_000);
        long sku = MALL.sku(Mall.NOVA_SHOP);
        long available = MALL.available(sku);

        String order = shopper.order(sku, 4);
        assertThat(MALL.available(sku)).isEqualTo(available - 4);

        shopper.post("/api/orders/" + order + "/cancel").ok();
        JsonNode cancelled = shopper.orderNow(order);
        assertThat(cancelled.path("status").asString()).isEqualTo("CANCELLED");
        assertThat(cancelled.path("cancelReason").asString()).isEqualTo("USER");
        assertThat(MALL.available(sku)).isEqualTo(available);

        shopper.post("/api/orders/" + order + "/cancel").refused(40901);
        shopper.pay(order).refused(40901);
        assertThat(MALL.available(sku)).isEqualTo(available);
    }

    @Test
    void the_token_is_dead_at_once_after_logout() {
        Shopper shopper = Shopper.register(MALL.url(), 0);
        shopper.get("/api/auth/me").ok();
        shopper.post("/api/auth/logout").ok();
        shopper.get("/api/auth/me").refused(40100);
    }

    @Test
    void the_catalogue_can_be_browsed_filtered_and_searched_in_both_languages() {
        Shopper guest = Shopper.guest(MALL.url());
        assertThat(guest.get("/api/categories").ok().data().size()).isGreaterThanOrEqualTo(8);
        JsonNode all = guest.get("/api/products?size=1").ok().data();
        assertThat(all.path("total").asLong()).isGreaterThanOrEqualTo(200);
        JsonNode cheapFirst =
                guest.get("/api/products?sort=priceAsc&size=50").ok().data().path("items");
        for (int i = 1; i < cheapFirst.size(); i++) {
            assertThat(cheapFirst.get(i).path("minPriceCents").asLong())
                    .isGreaterThanOrEqualTo(
                            cheapFirst.get(i - 1).path("minPriceCents").asLong());
        }
        JsonNode product = guest.get("/api/products/"
                        + all.path("items").get(0).path("productId").asString())
                .ok()
                .data();
        assertThat(product.path("skus").get(0).path("available").isInt()).isTrue();
        assertThat(product.path("shop").path("name").asString()).isNotBlank();
        String chinese = product.path("nameZh").asString();
        assertThat(guest.get("/api/products?keyword="
                                + java.net.URLEncoder.encode(
                                        chinese.substring(0, 2), java.nio.charset.StandardCharsets.UTF_8))
                        .ok()
                        .data()
                        .path("total")
                        .asLong())
                .isPositive();
        guest.get("/api/products/999999999").refused(40400);
        guest.get("/api/products?sort=;drop").refused(40001);
        guest.get("/api/products?size=101").refused(40001);
    }
}
