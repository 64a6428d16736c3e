package org.gomall.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every failure that can be switched on happens, does what its page says, and breaks no law. */
class FailuresTest {

    private static final Mall MALL = Mall.shared();
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String VISA = "4242424242424242";

    private final Shopper admin = Shopper.login(MALL.url(), "admin", Mall.DEMO_PASSWORD);
    private final Shopper shopper = Shopper.register(MALL.url(), 50_000_000);
    private final long sku = MALL.sku(Mall.NOVA_SHOP);

    @AfterEach
    void all_off_and_every_law_holds() {
        admin.put(
                        "/api/ops/failures",
                        Map.of(
                                "failures",
                                Map.of(
                                        "slow-stock", 0,
                                        "slow-product", 0,
                                        "fail-after-reserve", 0,
                                        "decline-cards", 0,
                                        "lose-callbacks", 0,
                                        "drop-messages", 0,
                                        "duplicate-messages", 0)))
                .ok();
        admin.get("/api/ops/failures").ok().data().forEach(each -> assertThat(
                        each.path("value").asLong())
                .isZero());
        MALL.awaitCalm();
    }

    @Test
    void a_slow_stock_makes_orders_slow() {
        shopper.order(sku, 1);
        set("slow-stock", 600);

        await().atMost(SOON).untilAsserted(() -> {
            long start = System.nanoTime();
            shopper.order(sku, 1);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(600));
        });
    }

    @Test
    void a_slow_product_makes_the_cart_slow() {
        set("slow-product", 300);

        await().atMost(SOON).untilAsserted(() -> {
            long start = System.nanoTime();
            shopper.post("/api/cart/items", Map.of("skuId", "" + sku, "quantity", 1))
                    .ok();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(300));
        });
    }

    @Test
    void orders_that_fail_after_their_stock_was_reserved_leave_nothing() {
        set("fail-after-reserve", 100);

        await().atMost(SOON)
                .until(() -> shopper.postWithKey("/api/orders", Shopper.key(), shopper.orderOf(sku, 1))
                                .code()
                        == 50000);
        MALL.awaitCalm();
        long available = MALL.available(sku);
        assertThat(shopper.postWithKey("/api/orders", Shopper.key(), shopper.orderOf(sku, 1))
                        .code())
                .isEqualTo(50000);
        MALL.awaitCalm();
        assertThat(MALL.available(sku)).isEqualTo(available);
    }

    @Test
    void declined_cards_move_no_money_and_the_order_can_be_paid_again() {
        String order = shopper.order(sku, 1);
        String card = shopper.card(VISA);
        set("decline-cards", 100);
        Mall.pause(2_000);

        String payment = pay(order, card);

        await().atMost(SOON).until(() -> status(payment).equals("FAILED"));
        assertThat(shopper.statusOf(order)).isEqualTo("CREATED");
        set("decline-cards", 0);
        Mall.pause(2_000);
        String again = pay(order, card);
        await().atMost(SOON).until(() -> status(again).equals("SUCCEEDED"));
    }

    @Test
    void lost_callbacks_only_cost_time() {
        String order = shopper.order(sku, 1);
        String card = shopper.card(VISA);
        set("lose-callbacks", 100);
        Mall.pause(2_000);

        String payment = pay(order, card);

        await().atMost(Duration.ofSeconds(90)).until(() -> status(payment).equals("SUCCEEDED"));
        await().atMost(SOON).until(() -> shopper.statusOf(order).equals("PAID"));
    }

    @Test
    void duplicated_and_dropped_messages_sell_everything_once() {
        long before = sales();
        set("duplicate-messages", 100);
        set("drop-messages", 80);
        Mall.pause(2_000);

        for (int i = 0; i < 5; i++) {
            shopper.pay(shopper.order(sku, 1)).ok();
        }

        await().atMost(Duration.ofSeconds(60)).until(() -> sales() == before + 5);
        MALL.awaitCalm();
        assertThat(sales()).isEqualTo(before + 5);
    }

    @Test
    void what_is_not_known_or_too_much_is_refused_and_what_is_set_is_on_record() {
        assertThat(put("slow-stock", 5_001).code()).isEqualTo(40001);
        assertThat(put("slow-everything", 1).data().has("slow-everything")).isTrue();
        assertThat(shopper.put("/api/ops/failures", Map.of("failures", Map.of("slow-stock", 1)))
                        .code())
                .isEqualTo(40300);
        set("slow-product", 1);
        await().atMost(SOON).untilAsserted(() -> assertThat(admin.get("/api/admin/audit-log?action=ops.failures.set")
                        .ok()
                        .data()
                        .path("items")
                        .get(0)
                        .path("details")
                        .path("slow-product")
                        .asString())
                .isEqualTo("1"));
    }

    private void set(String failure, long value) {
        JsonNode now = put(failure, value).ok().data();
        now.forEach(each -> {
            if (each.path("failure").asString().equals(failure)) {
                assertThat(each.path("value").asLong()).isEqualTo(value);
            }
        });
    }

    private Answer put(String failure, long value) {
        return admin.put("/api/ops/failures", Map.of("failures", Map.of(failure, value)));
    }

    private String pay(String order, String card) {
        return shopper.postWithKey(
                        "/api/payments",
                        Shopper.key(),
                        Map.of("orderIds", List.of(order), "method", "CARD", "cardId", card))
                .ok()
                .data()
                .path("paymentId")
                .asString();
    }

    private String status(String payment) {
        return shopper.get("/api/payments/" + payment)
                .ok()
                .data()
                .path("status")
                .asString();
    }

    private long sales() {
        return MALL.database()
                .number(
                        "SELECT p.sales FROM gomall_product.product p JOIN gomall_product.sku k ON k.product_id = p.id"
                                + " WHERE k.id = ?",
                        sku);
    }
}
