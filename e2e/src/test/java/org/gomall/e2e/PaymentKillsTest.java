package org.gomall.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.gomall.e2e.faults.Selection;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * provider-payment, and the card channel in it, are killed at random moments while shoppers pay by card, cancel and get money
 * back. Every payment ends with one charge at the channel and one in the ledger, or with none in both.
 */
@Tag("faults")
class PaymentKillsTest {

    private static final int KILLS = Integer.getInteger("gomall.payment.kills", Selection.count(3, 12));
    private static final int CLIENTS = 4;
    private static final Duration UNTIL_CALM = Duration.ofMinutes(5);

    /** Good, good, slow, doubled, mixed up, lost, declined. */
    private static final List<String> NUMBERS = List.of(
            "4242424242424242",
            "4242424242424242",
            "4000000000000259",
            "4000000000000077",
            "4000000000000341",
            "4000000000009995",
            "4000000000000002");

    private static final Mall MALL = Mall.shared();

    private final AtomicBoolean running = new AtomicBoolean(true);
    private final AtomicInteger begun = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();

    @Test
    void kills_in_the_middle_of_paying_and_refunding_end_with_exactly_one_charge() throws InterruptedException {
        long seed = Long.getLong("gomall.payment.seed", System.nanoTime());
        System.out.println("PaymentKillsTest: " + KILLS + " kills, repeat with -Dgomall.payment.seed=" + seed);
        Random random = new Random(seed);
        ExecutorService clients = startClients(seed);
        int survived = 0;
        long end = System.nanoTime() + Selection.time(100, 400).toNanos();
        while (survived < KILLS && System.nanoTime() < end) {
            int before = begun.get();
            await().atMost(Duration.ofSeconds(90)).until(() -> begun.get() >= before + 3);
            Mall.pause(random.nextInt(800));
            MALL.system().kill("provider-payment");
            survived++;
            MALL.system().awaitReady("provider-payment", Duration.ofSeconds(90));
        }
        running.set(false);
        clients.shutdown();
        assertThat(clients.awaitTermination(120, TimeUnit.SECONDS)).isTrue();

        MALL.awaitCalm();
        awaitAllDecided();
        System.out.println("PaymentKillsTest: " + survived + " kills survived, " + begun + " payments by card, "
                + MALL.database().number("SELECT COUNT(*) FROM gomall_payment.refund WHERE status = 'DONE'")
                + " refunds, one charge each");
        assertThat(wrong).isEmpty();
        assertThat(survived).isGreaterThanOrEqualTo(3);
        assertThat(unequalCharges()).isEmpty();
        MALL.assertInvariants();
    }

    private ExecutorService startClients(long seed) {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Long> skus = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            skus.add(MALL.skuWithStock(i % 2 == 0 ? Mall.NOVA_SHOP : Mall.ORBIT_SHOP, 100_000));
        }
        for (int i = 0; i < CLIENTS; i++) {
            Shopper shopper = Shopper.register(MALL.url(), 0);
            List<String> cards = NUMBERS.stream().map(shopper::card).toList();
            Random choice = new Random(seed + i);
            long sku = skus.get(i);
            clients.submit(() -> {
                while (running.get()) {
                    try {
                        payOnce(shopper, cards.get(choice.nextInt(cards.size())), sku, choice);
                    } catch (RuntimeException | AssertionError e) {
                        wrong.add(e.toString());
                    }
                    Mall.pause(100);
                }
            });
        }
        return clients;
    }

    /** Pays; some cancel the payment, some the order right behind it, so that money has to go back. */
    private void payOnce(Shopper shopper, String card, long sku, Random choice) {
        String orderKey = Shopper.key();
        Answer placed =
                MALL.patiently(() -> shopper.postWithKey("/api/orders", orderKey, shopper.orderOf(sku, 1)), UNTIL_CALM);
        if (placed.code() != 0) {
            wrong.add(placed.toString());
            return;
        }
        String order = placed.data().path("orders").get(0).path("orderId").asString();
        String payKey = Shopper.key();
        Answer paid = MALL.patiently(
                () -> shopper.postWithKey(
                        "/api/payments", payKey, Map.of("orderIds", List.of(order), "method", "CARD", "cardId", card)),
                UNTIL_CALM);
        if (paid.code() != 0) {
            wrong.add(paid.toString());
            return;
        }
        begun.incrementAndGet();
        Mall.pause(choice.nextInt(600));
        String payment = paid.data().path("paymentId").asString();
        int next = choice.nextInt(4);
        if (next == 0) {
            expect(MALL.patiently(() -> shopper.post("/api/payments/" + payment + "/cancel"), UNTIL_CALM));
        } else if (next == 1) {
            expect(MALL.patiently(() -> shopper.post("/api/orders/" + order + "/cancel"), UNTIL_CALM));
        }
    }

    /** Too late is an answer as well. */
    private void expect(Answer answer) {
        if (answer.code() != 0 && answer.code() != 40901) {
            wrong.add(answer.toString());
        }
    }

    private static void awaitAllDecided() {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(MALL.database().rows("""
                                SELECT c.payment_id, c.status, s.status FROM gomall_payment.charge c
                                LEFT JOIN gomall_payment.sandbox_charge s
                                       ON CAST(s.reference AS UNSIGNED) = c.payment_id
                                WHERE c.status = 'PENDING' AND COALESCE(s.behaviour, '') <> 'LATE'
                                UNION ALL
                                SELECT refund_id, status, '' FROM gomall_payment.refund WHERE status <> 'DONE'
                                """)).isEmpty());
    }

    private static List<List<String>> unequalCharges() {
        return MALL.database().rows("""
                SELECT p.payment_id, p.status, p.amount_cents, COUNT(DISTINCT s.reference), COUNT(DISTINCT e.entry_id)
                FROM gomall_payment.payment p
                LEFT JOIN gomall_payment.sandbox_charge s
                       ON CAST(s.reference AS UNSIGNED) = p.payment_id AND s.status = 'SUCCEEDED'
                LEFT JOIN gomall_payment.ledger_entry e ON e.reference_id = p.payment_id AND e.kind = 'PAYMENT'
                     AND e.account = 'CARD_CLEARING'
                WHERE p.method = 'CARD'
                GROUP BY p.payment_id, p.status, p.amount_cents
                HAVING COUNT(DISTINCT s.reference) <> COUNT(DISTINCT e.entry_id)
                    OR COUNT(DISTINCT e.entry_id) <> CASE WHEN p.status IN ('SUCCEEDED', 'REFUNDED') THEN 1 ELSE 0 END
                """);
    }
}
