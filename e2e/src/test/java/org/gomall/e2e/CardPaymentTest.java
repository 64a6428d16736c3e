package org.gomall.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Paying by card over HTTP, with a channel that is slow, loses, doubles and mixes up what it tells. */
class CardPaymentTest {

    private static final Mall MALL = Mall.shared();
    private static final String SLOW = "4000000000000259";
    private static final String DECLINED = "4000000000000002";

    @AfterAll
    static void invariants_hold() {
        MALL.assertInvariants();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4242 4242 4242 4242", SLOW, "4000000000000077", "4000000000000341", "4000000000009995"})
    void a_card_pays_once_however_its_channel_tells(String number) {
        Shopper shopper = Shopper.register(MALL.url(), 0);
        String order = shopper.order(MALL.sku(Mall.NOVA_SHOP), 1);

        JsonNode payment = shopper.payByCard(shopper.card(number), order).ok().data();

        assertThat(payment.path("status").asString()).isEqualTo("PENDING");
        assertThat(payment.path("method").asString()).isEqualTo("CARD");
        String paymentId = payment.path("paymentId").asString();
        awaitStatus(shopper, paymentId, "SUCCEEDED");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> shopper.statusOf(order).equals("PAID"));
        assertThat(MALL.database()
                        .number("SELECT COUNT(*) FROM gomall_payment.sandbox_charge WHERE reference = ?", paymentId))
                .isEqualTo(1);
        assertThat(MALL.database()
                        .number(
                                "SELECT SUM(amount_cents) FROM gomall_payment.ledger_entry WHERE kind = 'PAYMENT'"
                                        + " AND account = 'CARD_CLEARING' AND reference_id = ?",
                                Long.parseLong(paymentId)))
                .isEqualTo(-payment.path("amountCents").asLong());
        shopper.payByCard(shopper.card("4242424242424242"), order).refused(40901);
    }

    @Test
    void after_a_decline_the_shopper_pays_again() {
        Shopper shopper = Shopper.register(MALL.url(), 50_000_000);
        String order = shopper.order(MALL.sku(Mall.NOVA_SHOP), 1);

        String declined = shopper.payByCard(shopper.card(DECLINED), order)
                .ok()
                .data()
                .path("paymentId")
                .asString();
        awaitStatus(shopper, declined, "FAILED");
        assertThat(shopper.statusOf(order)).isEqualTo("CREATED");
        shopper.pay(order).ok();

        await().atMost(Duration.ofSeconds(10))
                .until(() -> shopper.statusOf(order).equals("PAID"));
    }

    @Test
    void a_waiting_payment_is_cancelled_and_with_its_order_it_expires() {
        Shopper shopper = Shopper.register(MALL.url(), 0);
        long sku = MALL.sku(Mall.NOVA_SHOP);
        String card = shopper.card(SLOW);
        String first = shopper.order(sku, 1);
        String cancelled = pay(shopper, card, first);

        assertThat(shopper.post("/api/payments/" + cancelled + "/cancel")
                        .ok()
                        .data()
                        .path("status")
                        .asString())
                .isEqualTo("CANCELLED");
        shopper.post("/api/payments/" + cancelled + "/cancel").refused(40901);

        String expired = pay(shopper, card, first);
        shopper.post("/api/orders/" + first + "/cancel").ok();
        awaitStatus(shopper, expired, "EXPIRED");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> MALL.database()
                                .number(
                                        "SELECT COUNT(*) FROM gomall_payment.sandbox_charge"
                                                + " WHERE reference IN (?, ?) AND status = 'CANCELLED'",
                                        cancelled,
                                        expired)
                        == 2);
    }

    @Test
    void cards_and_payments_of_others_do_not_exist() {
        Shopper owner = Shopper.register(MALL.url(), 0);
        Shopper stranger = Shopper.register(MALL.url(), 0);
        String card = owner.card("4242424242424242");
        String order = stranger.order(MALL.sku(Mall.NOVA_SHOP), 1);

        stranger.delete("/api/cards/" + card).refused(40400);
        stranger.payByCard(card, order).refused(40400);
        assertThat(stranger.get("/api/cards").ok().data()).isEmpty();

        owner.delete("/api/cards/" + card).ok();
        assertThat(owner.get("/api/cards").ok().data()).isEmpty();
        Shopper.guest(MALL.url()).get("/api/cards").refused(40100);
    }

    @Test
    void a_forged_callback_changes_nothing() {
        Shopper shopper = Shopper.register(MALL.url(), 0);
        String order = shopper.order(MALL.sku(Mall.NOVA_SHOP), 1);
        String payment = pay(shopper, shopper.card("4000000000003220"), order);
        long cents = shopper.get("/api/payments/" + payment)
                .ok()
                .data()
                .path("amountCents")
                .asLong();
        String body = "{\"eventId\":\"evt_1\",\"type\":\"CHARGE\",\"reference\":\"" + payment
                + "\",\"status\":\"SUCCEEDED\",\"amountCents\":" + cents + ",\"currency\":\"CNY\"}";
        Map<String, String> headers = Map.of(
                "X-Channel-Timestamp",
                Long.toString(System.currentTimeMillis() / 1000),
                "X-Channel-Signature",
                "0".repeat(64),
                "X-Channel-Event-Id",
                "evt_1");

        Shopper guest = Shopper.guest(MALL.url());
        guest.send("POST", "/api/payments/callbacks/sandbox", body, headers).refused(40300);
        guest.send("POST", "/api/payments/callbacks/sandbox", body, Map.of()).refused(40300);
        guest.send("POST", "/api/payments/callbacks/other", body, headers).refused(40400);

        assertThat(shopper.get("/api/payments/" + payment)
                        .ok()
                        .data()
                        .path("status")
                        .asString())
                .isEqualTo("PENDING");
        shopper.post("/api/payments/" + payment + "/cancel").ok();
    }

    @Test
    void merchants_and_admins_find_the_payment_in_their_records() {
        Shopper shopper = Shopper.register(MALL.url(), 50_000_000);
        String mine = shopper.order(MALL.sku(Mall.NOVA_SHOP), 1);
        String others = shopper.order(MALL.sku(Mall.ORBIT_SHOP), 1);
        String payment = shopper.pay(mine, others).ok().data().path("paymentId").asString();

        String nova = Shopper.login(MALL.url(), "nova", Mall.DEMO_PASSWORD)
                .get("/api/merchant/payments?size=100")
                .ok()
                .data()
                .toString();
        String user = shopper.get("/api/auth/me").ok().data().path("userId").asString();
        JsonNode all = Shopper.login(MALL.url(), "admin", Mall.DEMO_PASSWORD)
                .get("/api/admin/payments?status=SUCCEEDED&userId=" + user)
                .ok()
                .data();

        assertThat(nova).contains(mine, payment).doesNotContain(others).doesNotContain(user);
        assertThat(all.path("total").asInt()).isEqualTo(1);
        assertThat(all.path("items").get(0).path("paymentId").asString()).isEqualTo(payment);
        shopper.get("/api/merchant/payments").refused(40300);
        shopper.get("/api/admin/payments").refused(40300);
    }

    private static String pay(Shopper shopper, String card, String order) {
        return shopper.payByCard(card, order).ok().data().path("paymentId").asString();
    }

    private static void awaitStatus(Shopper shopper, String paymentId, String status) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(List.of(shopper.get("/api/payments/" + paymentId)
                                .ok()
                                .data()
                                .path("status")
                                .asString()))
                        .containsExactly(status));
    }
}
