package org.gomall.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Forced amounts, absurd quantities and broken requests get the contract's 4xx and change nothing. */
class RefusalsTest {

    private static final Mall MALL = Mall.shared();
    private static Shopper shopper;
    private static long sku;

    @BeforeAll
    static void shopper() {
        shopper = Shopper.register(MALL.url(), 10_000);
        sku = MALL.sku(Mall.NOVA_SHOP);
    }

    @AfterAll
    static void invariants_hold() {
        MALL.assertInvariants();
    }

    static Stream<Object> absurdQuantities() {
        return Stream.of(0, -1, 1000, Integer.MAX_VALUE, Long.MAX_VALUE, 1.5, "two", "1e3");
    }

    @ParameterizedTest
    @MethodSource("absurdQuantities")
    void absurd_quantities_are_refused(Object quantity) {
        long available = MALL.available(sku);
        Map<String, Object> order =
                shopper.orderOf(List.of(Map.of("skuId", String.valueOf(sku), "quantity", quantity)));
        shopper.postWithKey("/api/orders", Shopper.key(), order).refused(40001);
        shopper.post("/api/cart/items", Map.of("skuId", "" + sku, "quantity", quantity))
                .refused(40001);
        assertThat(MALL.available(sku)).isEqualTo(available);
        assertThat(shopper.get("/api/orders").ok().data().path("total").asLong())
                .isZero();
    }

    @Test
    void an_amount_in_the_request_is_only_an_expectation() {
        Map<String, Object> order = shopper.orderOf(sku, 1);
        order.put("expectedTotalCents", 1);
        Answer refused =
                shopper.postWithKey("/api/orders", Shopper.key(), order).refused(40902);
        assertThat(refused.data().path("totalCents").asLong()).isEqualTo(MALL.priceCents(sku));
        for (String forced : List.of("totalCents", "priceCents", "userId", "status", "discountCents")) {
            Map<String, Object> assigned = shopper.orderOf(sku, 1);
            assigned.put(forced, 1);
            shopper.postWithKey("/api/orders", Shopper.key(), assigned).refused(40001);
        }
        shopper.postWithKey(
                        "/api/payments",
                        Shopper.key(),
                        Map.of("orderIds", List.of("1"), "method", "WALLET", "amountCents", 1))
                .refused(40001);
        assertThat(shopper.get("/api/orders").ok().data().path("total").asLong())
                .isZero();
    }

    @Test
    void more_than_there_is_says_which_sku_and_what_is_left() {
        long scarce = MALL.skuWithStock(Mall.NOVA_SHOP, 2);
        Answer refused = shopper.postWithKey("/api/orders", Shopper.key(), shopper.orderOf(scarce, 3))
                .refused(40904);
        assertThat(refused.data().path("skuId").asString()).isEqualTo("" + scarce);
        assertThat(refused.data().path("available").asInt()).isEqualTo(2);
        assertThat(MALL.available(scarce)).isEqualTo(2);
    }

    @Test
    void one_missing_sku_refuses_the_whole_purchase_of_both_shops() {
        long scarce = MALL.skuWithStock(Mall.NOVA_SHOP, 0);
        long plenty = MALL.sku(Mall.ORBIT_SHOP);
        long available = MALL.available(plenty);
        long orders = MALL.database().number("SELECT COUNT(*) FROM gomall_order.orders");
        shopper.postWithKey(
                        "/api/orders",
                        Shopper.key(),
                        shopper.orderOf(List.of(
                                Map.of("skuId", "" + plenty, "quantity", 1),
                                Map.of("skuId", "" + scarce, "quantity", 1))))
                .refused(40904);
        assertThat(MALL.available(plenty)).isEqualTo(available);
        assertThat(MALL.database().number("SELECT COUNT(*) FROM gomall_order.orders"))
                .isEqualTo(orders);
    }

    @Test
    void a_wallet_never_goes_below_zero() {
        Shopper poor = Shopper.register(MALL.url(), 1);
        String order = poor.order(sku, 1);
        poor.pay(order).refused(40905);
        assertThat(poor.balanceCents()).isEqualTo(1);
        assertThat(poor.statusOf(order)).isEqualTo("CREATED");
        poor.post("/api/orders/" + order + "/cancel").ok();
    }

    @Test
    void broken_requests_have_their_codes() {
        shopper.send("POST", "/api/orders", "{\"items\":", Map.of("Idempotency-Key", Shopper.key()))
                .refused(40000);
        shopper.post("/api/orders", shopper.orderOf(sku, 1)).refused(40002);
        shopper.postWithKey("/api/orders", Shopper.key(), Map.of()).refused(40001);
        shopper.get("/api/orders?status=NOPE").refused(40001);
        shopper.get("/api/nothing-here").refused(40400);
        Shopper.guest(MALL.url()).get("/api/orders").refused(40100);
        Shopper.guest(MALL.url())
                .send("GET", "/api/orders", null, Map.of("Authorization", "Bearer nonsense"))
                .refused(40100);
        shopper.get("/api/merchant/orders").refused(40300);
        assertThat(shopper.send("PATCH", "/api/cart", null, Map.of()).status()).isIn(403, 405);
        Map<String, Object> bad = new LinkedHashMap<>(Shopper.address(" "));
        Answer answer = shopper.post("/api/addresses", bad).refused(40001);
        assertThat(answer.data().path("receiver").asString()).isNotBlank();
        Shopper.guest(MALL.url())
                .post("/api/auth/login", Map.of("account", "nobody-here", "password", "wrong-password"))
                .refused(40101);
    }
}
