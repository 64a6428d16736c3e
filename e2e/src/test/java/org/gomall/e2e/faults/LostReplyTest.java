package org.gomall.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.gomall.e2e.Answer;
import org.gomall.e2e.Mall;
import org.gomall.e2e.Shopper;
import org.gomall.localstack.Link;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The work is done and its answer gets lost on the way: who repeats the request with its key gets the first result. */
@Tag("faults")
@Tag("long")
class LostReplyTest {

    private static final Mall MALL = Mall.spoilable();
    private static final Duration CUT_AFTER = Duration.ofMillis(500);
    private static final Duration SOON = Duration.ofSeconds(20);

    @AfterAll
    static void invariants_hold() {
        MALL.awaitCalm();
    }

    @Test
    void an_order_whose_answer_was_lost_is_there_once() {
        Shopper shopper = MALL.shopper(0);
        long sku = MALL.sku(Mall.NOVA_SHOP);
        long available = MALL.available(sku);
        String key = Shopper.key();
        Supplier<Answer> request = () -> shopper.postWithKey("/api/orders", key, shopper.orderOf(sku, 1));

        loseTheAnswer(MALL.system().link("provider-order"), request);
        await().atMost(SOON).until(() -> orders(shopper) == 1);

        Answer repeated = MALL.patiently(request).ok();
        assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(orders(shopper)).isEqualTo(1);
        assertThat(MALL.available(sku)).isEqualTo(available - 1);
        assertThat(MALL.database()
                        .rows("SELECT order_id FROM gomall_order.orders WHERE user_id = ?", userId(shopper))
                        .get(0))
                .containsExactly(orderId(repeated));
    }

    @Test
    void a_payment_whose_answer_was_lost_is_made_once() {
        Shopper shopper = MALL.shopper(50_000_000);
        long sku = MALL.sku(Mall.NOVA_SHOP);
        String order = MALL.order(shopper, sku, 1);
        String key = Shopper.key();
        Supplier<Answer> request =
                () -> shopper.postWithKey("/api/payments", key, Map.of("orderIds", List.of(order), "method", "WALLET"));

        loseTheAnswer(MALL.system().link("provider-payment"), request);
        await().atMost(SOON).until(() -> payments(shopper) == 1);

        Answer repeated = MALL.patiently(request).ok();
        assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(payments(shopper)).isEqualTo(1);
        assertThat(shopper.balanceCents())
                .isEqualTo(
                        50_000_000 - shopper.orderNow(order).path("totalCents").asLong());
        await().atMost(SOON).until(() -> MALL.statusOf(order).equals("PAID"));
    }

    @Test
    void pieces_whose_reservation_was_not_heard_of_are_reserved_once() {
        Shopper shopper = MALL.shopper(0);
        long sku = MALL.sku(Mall.NOVA_SHOP);
        long available = MALL.available(sku);
        String key = Shopper.key();
        Supplier<Answer> request = () -> shopper.postWithKey("/api/orders", key, shopper.orderOf(sku, 1));

        loseTheAnswer(MALL.system().link("provider-stock"), request);

        MALL.patiently(request).ok();
        MALL.awaitCalm();
        assertThat(orders(shopper)).isEqualTo(1);
        assertThat(MALL.available(sku)).isEqualTo(available - 1);
    }

    /** The client is told within three seconds that it cannot be known what became of its request. */
    private static void loseTheAnswer(Link link, Supplier<Answer> request) {
        link.loseReplies(CUT_AFTER);
        try {
            long begun = System.nanoTime();
            Answer lost = request.get();
            assertThat(lost.code()).as("%s", lost).isIn(50300, 50400);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(3_500));
        } finally {
            link.pass();
        }
    }

    private static long orders(Shopper shopper) {
        return MALL.database()
                .number(
                        "SELECT COUNT(*) FROM gomall_order.orders WHERE user_id = ? AND status <> 'PLACING'",
                        userId(shopper));
    }

    private static long payments(Shopper shopper) {
        return MALL.database()
                .number(
                        "SELECT COUNT(*) FROM gomall_payment.payment WHERE user_id = ? AND status = 'SUCCEEDED'",
                        userId(shopper));
    }

    private static long userId(Shopper shopper) {
        return MALL.database().number("SELECT user_id FROM gomall_user.accounts WHERE username = ?", shopper.name());
    }

    private static String orderId(Answer placed) {
        return placed.data().path("orders").get(0).path("orderId").asString();
    }
}
