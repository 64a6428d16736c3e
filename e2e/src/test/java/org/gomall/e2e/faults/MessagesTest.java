package org.gomall.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.gomall.e2e.Mall;
import org.gomall.e2e.MessageSender;
import org.gomall.e2e.Shopper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Messages that come twice, in the wrong order, an hour too late, or with a body that nobody can read. They are sent with
 * numbers of their own, so that it is the state of what they are about, and not the inbox, which has to know better.
 */
@Tag("faults")
class MessagesTest {

    private static final Mall MALL = Mall.shared();
    private static final Duration SOON = Duration.ofSeconds(30);

    @AfterAll
    static void invariants_hold() {
        MALL.awaitCalm();
    }

    @AfterEach
    void usual_sweeping() {
        MALL.setting("gomall.order.sweep-interval", "5s");
    }

    @Test
    void messages_of_a_paid_order_that_come_again_an_hour_after_its_refund_change_nothing() throws Exception {
        Shopper shopper = MALL.shopper(50_000_000);
        long sku = MALL.sku(Mall.NOVA_SHOP);
        long available = MALL.available(sku);
        String order = MALL.order(shopper, sku, 2);
        String payment = MALL.pay(shopper, order);
        await().atMost(SOON).until(() -> MALL.statusOf(order).equals("PAID"));
        shopper.postWithKey("/api/orders/" + order + "/refunds", Shopper.key(), Map.of("reason", "ordered twice"))
                .ok();
        await().atMost(SOON).until(() -> MALL.statusOf(order).equals("REFUNDED"));
        await().atMost(SOON).until(() -> MALL.available(sku) == available);
        String refund = MALL.database()
                .rows("SELECT refund_id FROM gomall_order.refund_request WHERE order_id = ?", order)
                .get(0)
                .get(0);
        String history = shopper.orderNow(order).path("history").toString();

        // The latest first.
        for (int i = 0; i < 2; i++) {
            send(
                    "gomall-order",
                    "OrderRefunded",
                    "{\"orderId\":" + order + ",\"refundId\":" + refund + ",\"shipped\":false}");
            send("gomall-order", "OrderPaid", "{\"orderId\":" + order + ",\"paymentId\":" + payment + ",\"lines\":[]}");
            send(
                    "gomall-payment",
                    "PaymentSucceeded",
                    "{\"paymentId\":" + payment + ",\"userId\":" + userId(shopper) + ",\"orders\":[{\"orderId\":"
                            + order + ",\"amountCents\":"
                            + shopper.orderNow(order).path("totalCents").asLong() + "}]}");
            send("gomall-timer", "OrdersTimeoutDue", "{\"orderIds\":[" + order + "]}");
        }
        awaitAllHandled(shopper);

        assertThat(shopper.orderNow(order).path("history").toString()).isEqualTo(history);
        assertThat(MALL.statusOf(order)).isEqualTo("REFUNDED");
        assertThat(MALL.available(sku)).isEqualTo(available);
        assertThat(shopper.balanceCents()).isEqualTo(50_000_000);
    }

    @Test
    void a_timer_message_cancels_no_order_before_its_time_and_one_an_hour_late_still_does() throws Exception {
        MALL.setting("gomall.order.sweep-interval", "1h");
        Shopper shopper = MALL.shopper(50_000_000);
        long sku = MALL.sku(Mall.NOVA_SHOP);
        String early = MALL.order(shopper, sku, 1);
        String late = MALL.order(shopper, sku, 1);
        String paid = MALL.order(shopper, sku, 1);
        MALL.pay(shopper, paid);
        MALL.database()
                .update(
                        "UPDATE gomall_order.orders SET expires_at = UTC_TIMESTAMP(6) - INTERVAL 1 HOUR"
                                + " WHERE order_id IN (?, ?)",
                        Long.parseLong(late),
                        Long.parseLong(paid));

        for (String order : List.of(early, late, paid, late)) {
            send("gomall-timer", "OrdersTimeoutDue", "{\"orderIds\":[" + order + "]}");
        }

        await().atMost(SOON).until(() -> MALL.statusOf(late).equals("CANCELLED"));
        assertThat(MALL.statusOf(early)).isEqualTo("CREATED");
        await().atMost(SOON).until(() -> MALL.statusOf(paid).equals("PAID"));
    }

    @Test
    void a_message_that_nobody_can_read_becomes_a_dead_letter_and_the_others_go_on() throws Exception {
        long letters = letters();
        String poison = "{\"paymentId\": \"not a number\", \"orders\": 7";
        send("gomall-payment", "PaymentSucceeded", poison);
        Shopper shopper = MALL.shopper(50_000_000);
        String order = MALL.order(shopper, MALL.sku(Mall.NOVA_SHOP), 1);
        MALL.pay(shopper, order);
        await().atMost(SOON).until(() -> MALL.statusOf(order).equals("PAID"));
        awaitAllHandled(shopper);

        await().atMost(SOON).until(() -> letters() == letters + 1);
        assertThat(MALL.database()
                        .rows(
                                "SELECT handler, topic, body, attempts FROM gomall_order.dead_letter WHERE body = ?",
                                poison))
                .containsExactly(List.of("PaymentSucceededHandler", "gomall-payment", poison, "1"));
        assertThat(MALL.violations())
                .anySatisfy(violation -> assertThat(violation).contains("dead"));
        MALL.database().update("DELETE FROM gomall_order.dead_letter WHERE body = ?", poison);
    }

    private static long letters() {
        return MALL.database().number("SELECT COUNT(*) FROM gomall_order.dead_letter");
    }

    /** What was sent before another order was paid has been looked at when that one's pieces are sold. */
    private static void awaitAllHandled(Shopper shopper) {
        long sku = MALL.sku(Mall.ORBIT_SHOP);
        String marker = MALL.order(shopper, sku, 1);
        MALL.pay(shopper, marker);
        await().atMost(SOON)
                .until(() -> MALL.database()
                                .number(
                                        "SELECT COUNT(*) FROM gomall_stock.reservation WHERE order_id = ? AND status = 'SOLD'",
                                        Long.parseLong(marker))
                        == 1);
        await().atMost(SOON)
                .until(() -> MALL.database()
                                .number(
                                        "SELECT (SELECT COUNT(*) FROM gomall_order.outbox WHERE send_at <= UTC_TIMESTAMP(6))"
                                                + " + (SELECT COUNT(*) FROM gomall_payment.outbox)")
                        == 0);
        shopper.postWithKey("/api/orders/" + marker + "/refunds", Shopper.key(), Map.of("reason", "only a marker"))
                .ok();
        await().atMost(SOON).until(() -> MALL.statusOf(marker).equals("REFUNDED"));
    }

    private static long userId(Shopper shopper) {
        return shopper.get("/api/auth/me").ok().data().path("userId").asLong();
    }

    private static void send(String topic, String tag, String body) throws Exception {
        String number = Long.toString(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
        MessageSender.send(topic, tag, number, "e2e", body);
    }
}
