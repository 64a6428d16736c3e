package org.gomall.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The same key gives the first result, however often and however fast it is repeated. */
class IdempotencyTest {

    private static final Mall MALL = Mall.shared();

    @AfterAll
    static void invariants_hold() {
        MALL.assertInvariants();
    }

    @Test
    void fifty_equal_orders_at_once_are_one_order() {
        Shopper shopper = Shopper.register(MALL.url(), 0);
        long sku = MALL.sku(Mall.NOVA_SHOP);
        long available = MALL.available(sku);
        String key = Shopper.key();
        Map<String, Object> body = shopper.orderOf(sku, 1);

        // A repetition that met the first one half-way may have to ask again; it never makes a second order.
        List<Answer> answers =
                Together.run(50, i -> MALL.patiently(() -> shopper.postWithKey("/api/orders", key, body)));
        answers.forEach(Answer::ok);
        Set<String> orders = answers.stream()
                .map(answer ->
                        answer.data().path("orders").get(0).path("orderId").asString())
                .collect(Collectors.toSet());
        assertThat(orders).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.header("Idempotency-Replayed") == null))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(shopper.get("/api/orders").ok().data().path("total").asInt()).isEqualTo(1);
        assertThat(MALL.available(sku)).isEqualTo(available - 1);

        Answer again = shopper.postWithKey("/api/orders", key, body).ok();
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.data().path("orders").get(0).path("orderId").asString())
                .isEqualTo(orders.iterator().next());
        shopper.postWithKey("/api/orders", key, shopper.orderOf(sku, 2)).refused(40903);
    }

    @Test
    void fifty_equal_payments_at_once_take_the_money_once() {
        Shopper shopper = Shopper.register(MALL.url(), 50_000_000);
        String order = shopper.order(MALL.sku(Mall.NOVA_SHOP), 1);
        long total = shopper.orderNow(order).path("totalCents").asLong();
        long before = shopper.balanceCents();
        String key = Shopper.key();
        Map<String, Object> body = Map.of("orderIds", List.of(order), "method", "WALLET");

        List<Answer> answers =
                Together.run(50, i -> MALL.patiently(() -> shopper.postWithKey("/api/payments", key, body)));
        answers.forEach(Answer::ok);
        assertThat(answers.stream()
                        .map(answer -> answer.data().path("paymentId").asString())
                        .distinct())
                .hasSize(1);
        assertThat(shopper.balanceCents()).isEqualTo(before - total);
        shopper.postWithKey("/api/payments", key, Map.of("orderIds", List.of("1"), "method", "WALLET"))
                .refused(40903);
    }

    @Test
    void fifty_different_payments_of_one_order_at_once_pay_it_once() {
        Shopper shopper = Shopper.register(MALL.url(), 50_000_000);
        String order = shopper.order(MALL.sku(Mall.NOVA_SHOP), 1);
        long total = shopper.orderNow(order).path("totalCents").asLong();
        long before = shopper.balanceCents();

        List<Answer> answers = Together.run(50, i -> {
            String key = Shopper.key();
            return MALL.patiently(() ->
                    shopper.postWithKey("/api/payments", key, Map.of("orderIds", List.of(order), "method", "WALLET")));
        });
        assertThat(answers.stream().filter(answer -> answer.code() == 0)).hasSize(1);
        answers.stream().filter(answer -> answer.code() != 0).forEach(answer -> answer.refused(40901));
        assertThat(shopper.balanceCents()).isEqualTo(before - total);
    }

    @Test
    void a_repeated_top_up_is_booked_once() {
        Shopper shopper = Shopper.register(MALL.url(), 0);
        String key = Shopper.key();
        Together.run(
                20,
                i -> MALL.patiently(() -> shopper.postWithKey("/api/wallet/topups", key, Map.of("amountCents", 500))));
        assertThat(shopper.balanceCents()).isEqualTo(500);
        assertThat(shopper.get("/api/wallet/entries").ok().data().path("total").asInt())
                .isEqualTo(1);
    }
}
