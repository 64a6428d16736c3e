package org.gomall.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Money back: at once for what was not shipped, by decision of the shop for what was. */
class RefundTest {

    private static final Mall MALL = Mall.shared();
    private static final Duration AGREED = Duration.ofSeconds(20);

    private Shopper shopper;
    private Shopper nova;
    private long sku;
    private long available;
    private long price;
    private String order;

    @AfterAll
    static void invariants_hold() {
        MALL.assertInvariants();
    }

    @BeforeEach
    void a_paid_order() {
        shopper = Shopper.register(MALL.url(), 50_000_000);
        nova = Shopper.login(MALL.url(), "nova", Mall.DEMO_PASSWORD);
        sku = MALL.sku(Mall.NOVA_SHOP);
        available = MALL.available(sku);
        price = MALL.priceCents(sku);
        order = shopper.order(sku, 2);
        shopper.pay(order).ok();
        awaitStatus("PAID");
    }

    @Test
    void an_order_that_is_not_shipped_brings_money_and_pieces_back_at_once() {
        Answer answer = ask(Map.of("reason", "ordered twice"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.data().path("refundId").isString()).isTrue();
        assertThat(answer.data().path("amountCents").asLong()).isEqualTo(2 * price);
        awaitStatus("REFUNDED");
        assertThat(shopper.balanceCents()).isEqualTo(50_000_000);
        awaitAvailable(available);
        JsonNode now = shopper.orderNow(order);
        assertThat(now.path("refundedCents").asLong()).isEqualTo(2 * price);
        assertThat(now.path("refunds").findValuesAsString("status")).containsExactly("DONE");
        assertThat(now.path("history").findValuesAsString("to"))
                .containsExactly("CREATED", "PAID", "REFUNDING", "REFUNDED");
        ask(Map.of("reason", "once more")).refused(40901);
    }

    @Test
    void a_part_goes_back_and_the_order_goes_on() {
        ask(Map.of("reason", "scratched", "amountCents", price)).ok();
        await().atMost(AGREED)
                .until(() -> shopper.orderNow(order).path("refundedCents").asLong() == price);
        assertThat(shopper.statusOf(order)).isEqualTo("PAID");
        assertThat(shopper.balanceCents()).isEqualTo(50_000_000 - price);
        assertThat(MALL.available(sku)).isEqualTo(available - 2);
        ask(Map.of("reason", "too much", "amountCents", price + 1)).refused(40001);
        ask(Map.of("reason", "nothing", "amountCents", 0)).refused(40001);

        ship();
        shopper.post("/api/orders/" + order + "/receive").ok();
        String refund = refundId(ask(Map.of("reason", "and the other one", "amountCents", price)));
        nova.post("/api/merchant/refunds/" + refund + "/approve").ok();

        awaitStatus("REFUNDED");
        assertThat(shopper.balanceCents()).isEqualTo(50_000_000);
        assertThat(MALL.available(sku)).as("they are with the shopper").isEqualTo(available - 2);
    }

    @Test
    void the_shop_decides_about_what_was_shipped() {
        ship();
        String refused = refundId(ask(Map.of("reason", "too small")));
        assertThat(shopper.statusOf(order)).isEqualTo("REFUNDING");
        shopper.post("/api/orders/" + order + "/receive").refused(40901);
        nova.post("/api/merchant/orders/" + order + "/ship", Map.of("carrier", "SF", "trackingNo", "SF2"))
                .refused(40901);
        ask(Map.of("reason", "again")).refused(40901);
        assertThat(nova.get("/api/merchant/refunds?status=REQUESTED&size=100")
                        .ok()
                        .data()
                        .toString())
                .contains(refused);

        nova.post("/api/merchant/refunds/" + refused + "/refuse", Map.of("reason", " "))
                .refused(40001);
        nova.post("/api/merchant/refunds/" + refused + "/refuse", Map.of("reason", "It was worn"))
                .ok();
        assertThat(shopper.statusOf(order)).isEqualTo("SHIPPED");
        assertThat(shopper.get("/api/orders/" + order + "/refunds")
                        .ok()
                        .data()
                        .get(0)
                        .path("refusal")
                        .asString())
                .isEqualTo("It was worn");
        assertThat(shopper.balanceCents()).isEqualTo(50_000_000 - 2 * price);

        String approved = refundId(ask(Map.of("reason", "please")));
        Shopper admin = Shopper.login(MALL.url(), "admin", Mall.DEMO_PASSWORD);
        assertThat(admin.get("/api/admin/refunds?status=REQUESTED&size=100")
                        .ok()
                        .data()
                        .toString())
                .contains(approved);
        admin.post("/api/admin/refunds/" + approved + "/approve").ok();
        awaitStatus("REFUNDED");
        assertThat(shopper.balanceCents()).isEqualTo(50_000_000);
        assertThat(MALL.available(sku)).isEqualTo(available - 2);
        admin.post("/api/admin/refunds/" + approved + "/refuse", Map.of("reason", "too late"))
                .refused(40901);
    }

    @Test
    void a_refund_that_is_asked_for_while_a_neighbour_is_dead_is_made_when_it_is_back() {
        MALL.system().kill("provider-payment");
        String refund = refundId(ask(Map.of("reason", "ordered twice")));
        MALL.system().kill("provider-stock");
        MALL.system().awaitReady("provider-payment", Duration.ofSeconds(90));
        MALL.system().awaitReady("provider-stock", Duration.ofSeconds(90));

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(MALL.database()
                        .rows("SELECT status FROM gomall_order.refund_request WHERE refund_id = ?", refund))
                .isEqualTo(List.of(List.of("DONE"))));
        awaitStatus("REFUNDED");
        await().atMost(Duration.ofSeconds(60)).until(() -> MALL.available(sku) == available);
        MALL.eventually(() -> assertThat(shopper.balanceCents()).isEqualTo(50_000_000));
        MALL.awaitCalm();
    }

    @Test
    void a_key_asks_once() {
        String key = Shopper.key();
        Map<String, Object> body = Map.of("reason", "ordered twice");
        List<Answer> answers = Together.run(
                10, i -> MALL.patiently(() -> shopper.postWithKey("/api/orders/" + order + "/refunds", key, body)));

        assertThat(answers.stream().map(RefundTest::refundId).distinct()).hasSize(1);
        shopper.postWithKey("/api/orders/" + order + "/refunds", key, Map.of("reason", "something else"))
                .refused(40903);
        shopper.post("/api/orders/" + order + "/refunds", body).refused(40002);
        awaitStatus("REFUNDED");
        assertThat(shopper.balanceCents()).isEqualTo(50_000_000);
    }

    @Test
    void refunds_and_stock_of_others_do_not_exist() {
        ship();
        String refund = refundId(ask(Map.of("reason", "too small")));
        Shopper stranger = Shopper.register(MALL.url(), 0);
        Shopper orbit = Shopper.login(MALL.url(), "orbit", Mall.DEMO_PASSWORD);

        stranger.get("/api/orders/" + order + "/refunds").refused(40400);
        stranger.postWithKey("/api/orders/" + order + "/refunds", Shopper.key(), Map.of("reason", "mine"))
                .refused(40400);
        orbit.get("/api/merchant/refunds/" + refund).refused(40400);
        orbit.post("/api/merchant/refunds/" + refund + "/approve").refused(40400);
        orbit.post("/api/merchant/refunds/" + refund + "/refuse", Map.of("reason", "no"))
                .refused(40400);
        assertThat(orbit.get("/api/merchant/refunds?size=100").ok().data().toString())
                .doesNotContain(refund);
        orbit.get("/api/merchant/skus/" + sku + "/stock").refused(40400);
        orbit.put("/api/merchant/skus/" + sku + "/stock", Map.of("delta", 1, "reason", "mine"))
                .refused(40400);
        stranger.post("/api/admin/refunds/" + refund + "/approve").refused(40300);
        nova.post("/api/admin/refunds/" + refund + "/approve").refused(40300);

        nova.post("/api/merchant/refunds/" + refund + "/refuse", Map.of("reason", "no"))
                .ok();
    }

    @Test
    void a_merchant_counts_pieces_in_and_out_and_never_below_what_is_reserved() {
        String url = "/api/merchant/skus/" + sku + "/stock";
        String key = Shopper.key();
        Map<String, Object> delivery = Map.of("delta", 5, "reason", "delivery");

        nova.send("PUT", url, delivery, Map.of("Idempotency-Key", key)).ok();
        JsonNode figures = nova.send("PUT", url, delivery, Map.of("Idempotency-Key", key))
                .ok()
                .data();

        assertThat(figures.path("available").asLong()).isEqualTo(available - 2 + 5);
        shopper.order(sku, 1);
        nova.put(url, Map.of("delta", -(available - 2 + 5), "reason", "all")).refused(40901);
        nova.put(url, Map.of("delta", -(available - 3 + 5), "reason", "all that is free"))
                .ok();
        JsonNode stock = nova.get(url).ok().data();
        assertThat(stock.path("available").asLong()).isZero();
        assertThat(stock.path("reserved").asLong()).isEqualTo(1);
        assertThat(stock.path("ledger").path("items").findValuesAsString("reason"))
                .startsWith("all that is free", "delivery");
    }

    @Test
    void many_orders_are_shipped_in_one_go_and_each_answers_for_itself() {
        String unpaid = shopper.order(sku, 1);
        List<Map<String, Object>> shipments = List.of(
                Map.of("orderId", order, "carrier", "SF", "trackingNo", "SF1001"),
                Map.of("orderId", unpaid, "carrier", "SF", "trackingNo", "SF1002"));

        JsonNode outcomes = nova.post("/api/merchant/orders/ship", Map.of("shipments", shipments))
                .ok()
                .data();

        assertThat(outcomes.findValuesAsString("code")).containsExactly("0", "40901");
        assertThat(shopper.statusOf(order)).isEqualTo("SHIPPED");
        nova.post("/api/merchant/orders/" + unpaid + "/cancel").ok();
        JsonNode cancelled = shopper.orderNow(unpaid);
        assertThat(cancelled.path("status").asString()).isEqualTo("CANCELLED");
        assertThat(cancelled.path("cancelReason").asString()).isEqualTo("MERCHANT");
    }

    private Answer ask(Map<String, Object> body) {
        return shopper.postWithKey("/api/orders/" + order + "/refunds", Shopper.key(), body);
    }

    private void ship() {
        nova.post("/api/merchant/orders/" + order + "/ship", Map.of("carrier", "SF", "trackingNo", "SF1001"))
                .ok();
    }

    private void awaitStatus(String status) {
        await().atMost(AGREED).until(() -> shopper.statusOf(order).equals(status));
    }

    private void awaitAvailable(long pieces) {
        await().atMost(AGREED).until(() -> MALL.available(sku) == pieces);
    }

    private static String refundId(Answer answer) {
        return answer.ok().data().path("refundId").asString();
    }
}
