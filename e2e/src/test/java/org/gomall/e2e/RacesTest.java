package org.gomall.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gomall.e2e.faults.Selection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two wishes about one order in the same moment: whichever wins, money, order and pieces agree afterwards. */
@Tag("faults")
class RacesTest {

    private static final Mall MALL = Mall.shared();
    private static final int PAIRS = Integer.getInteger("gomall.races.pairs", Selection.count(300, 1_000));
    private static final int AT_ONCE = 8;
    private static final int ROUNDS = 20;

    @AfterAll
    static void invariants_hold() {
        MALL.assertInvariants();
    }

    @Test
    void orders_are_cancelled_and_paid_in_the_same_moment() throws Exception {
        long sku = MALL.skuWithStock(Mall.NOVA_SHOP, PAIRS);
        long price = MALL.priceCents(sku);
        Shopper shopper = Shopper.register(MALL.url(), 0);
        long money = topUp(shopper, price * PAIRS);
        ConcurrentLinkedQueue<String> orders = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<String> surprises = new ConcurrentLinkedQueue<>();
        AtomicInteger next = new AtomicInteger();
        long begin = System.nanoTime();
        ExecutorService cancelling = Executors.newFixedThreadPool(AT_ONCE);
        try {
            Together.run(AT_ONCE, worker -> {
                while (next.getAndIncrement() < PAIRS) {
                    String order = place(shopper, sku);
                    orders.add(order);
                    race(shopper, order, cancelling, surprises);
                }
                return null;
            });
        } finally {
            cancelling.shutdownNow();
        }
        long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();

        assertThat(surprises).isEmpty();
        assertThat(orders).hasSize(PAIRS);
        MALL.awaitCalm();
        Map<String, Long> outcomes = outcomes(List.copyOf(orders));
        System.out.println("RacesTest: " + PAIRS + " pairs of cancel and pay in " + seconds + " s: " + outcomes);
        assertThat(outcomes.keySet()).isSubsetOf("paid", "cancelled, never charged", "cancelled, money back");
        assertThat(outcomes.values().stream().mapToLong(n -> n).sum()).isEqualTo(PAIRS);
        long paid = outcomes.getOrDefault("paid", 0L);
        assertThat(shopper.balanceCents()).isEqualTo(money - paid * price);
        assertThat(MALL.available(sku)).isEqualTo(PAIRS - paid);
    }

    @Test
    void of_payments_of_one_order_in_the_same_moment_one_takes_money() {
        long sku = MALL.sku(Mall.NOVA_SHOP);
        long price = MALL.priceCents(sku);
        Shopper shopper = Shopper.register(MALL.url(), 0);
        long money = topUp(shopper, 8 * price * ROUNDS);

        for (int round = 0; round < ROUNDS; round++) {
            String order = place(shopper, sku);
            List<Answer> answers = Together.run(4, i -> {
                String key = Shopper.key();
                Map<String, Object> body = Map.of("orderIds", List.of(order), "method", "WALLET");
                return MALL.patiently(() -> shopper.postWithKey("/api/payments", key, body));
            });

            assertThat(answers.stream().filter(answer -> answer.code() == 0)).hasSize(1);
            assertThat(answers.stream().filter(answer -> answer.code() != 0))
                    .allSatisfy(answer -> answer.refused(40901));
            money -= price;
            assertThat(shopper.balanceCents()).isEqualTo(money);
        }
    }

    @Test
    void a_refund_asked_for_many_times_in_the_same_moment_gives_the_money_back_once() {
        long sku = MALL.sku(Mall.NOVA_SHOP);
        Shopper shopper = Shopper.register(MALL.url(), 0);
        long money = topUp(shopper, MALL.priceCents(sku) * ROUNDS);
        long available = MALL.available(sku);

        for (int round = 0; round < ROUNDS; round++) {
            String order = place(shopper, sku);
            shopper.pay(order).ok();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> shopper.statusOf(order).equals("PAID"));
            List<Answer> answers = Together.run(4, i -> {
                String key = Shopper.key();
                return MALL.patiently(() -> shopper.postWithKey(
                        "/api/orders/" + order + "/refunds", key, Map.of("reason", "ordered twice")));
            });

            assertThat(answers.stream().filter(answer -> answer.code() == 0)).hasSize(1);
            assertThat(answers.stream().filter(answer -> answer.code() != 0))
                    .allSatisfy(answer -> answer.refused(40901));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> shopper.statusOf(order).equals("REFUNDED"));
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(MALL.available(sku)).isEqualTo(available));
        assertThat(shopper.balanceCents()).isEqualTo(money);
    }

    /** Cancels and pays at once; both are repeated while the answer is not known, as a good client does. */
    private static void race(
            Shopper shopper, String order, ExecutorService cancelling, ConcurrentLinkedQueue<String> surprises) {
        String key = Shopper.key();
        Map<String, Object> payment = Map.of("orderIds", List.of(order), "method", "WALLET");
        // The two ways are not equally long: a few milliseconds more or less let either side win.
        int headStart = ThreadLocalRandom.current().nextInt(-40, 11);
        Future<Answer> cancelled = cancelling.submit(() -> {
            Mall.pause(Math.max(0, -headStart));
            return MALL.patiently(() -> shopper.post("/api/orders/" + order + "/cancel"));
        });
        Mall.pause(Math.max(0, headStart));
        Answer paid = MALL.patiently(() -> shopper.postWithKey("/api/payments", key, payment));
        try {
            for (Answer answer : List.of(paid, cancelled.get())) {
                if (answer.code() != 0 && answer.code() != 40901) {
                    surprises.add(order + ": " + answer);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static String place(Shopper shopper, long sku) {
        String key = Shopper.key();
        Map<String, Object> body = shopper.orderOf(sku, 1);
        return MALL.patiently(() -> shopper.postWithKey("/api/orders", key, body))
                .ok()
                .data()
                .path("orders")
                .get(0)
                .path("orderId")
                .asString();
    }

    /** Puts at least so much into the wallet, and answers with what is in it. */
    private static long topUp(Shopper shopper, long cents) {
        long most = 50_000_000;
        for (long missing = cents; missing > 0; missing -= most) {
            shopper.postWithKey("/api/wallet/topups", Shopper.key(), Map.of("amountCents", Math.min(most, missing)))
                    .ok();
        }
        return shopper.balanceCents();
    }

    /** How the orders ended, with the money that is still kept for them. */
    private static Map<String, Long> outcomes(List<String> orders) {
        return MALL.database().rows("""
                        SELECT CASE
                                   WHEN o.status = 'PAID' AND p.kept = o.total_cents THEN 'paid'
                                   WHEN o.status = 'CANCELLED' AND p.payments IS NULL THEN 'cancelled, never charged'
                                   WHEN o.status = 'CANCELLED' AND p.kept = 0 THEN 'cancelled, money back'
                                   ELSE CONCAT(o.status, ', kept ', COALESCE(p.kept, 0))
                               END
                        FROM gomall_order.orders o
                        LEFT JOIN (SELECT po.order_id, COUNT(*) payments, SUM(po.amount_cents - po.refunded_cents) kept
                                   FROM gomall_payment.payment_order po
                                   JOIN gomall_payment.payment p ON p.payment_id = po.payment_id
                                       AND p.status IN ('SUCCEEDED', 'REFUNDED')
                                   GROUP BY po.order_id) p ON p.order_id = o.order_id
                        WHERE o.order_id IN (""" + String.join(",", orders) + ")").stream()
                .map(row -> row.get(0))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }
}
