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
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Orders and stock move together or not at all: when the order fails after the stock was reserved, and when
 * provider-order, provider-stock or the transaction coordinator are killed at any moment. The last test switches Seata
 * off and shows that the same checks would have noticed.
 */
@Tag("faults")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeataProofTest {

    private static final int KILLS = Integer.getInteger("gomall.proof.kills", Selection.count(6, 21));
    private static final List<String> VICTIMS = List.of("provider-order", "provider-stock", "seata");

    /**
     * A client may meet nothing but down times while one kill follows the other: what counts is that every request is
     * answered once calm returns, and for that the test waits two minutes.
     */
    private static final Duration UNTIL_CALM = Duration.ofMinutes(15);

    private static final Mall MALL = Mall.shared();

    @Test
    @Order(1)
    void an_order_that_fails_after_its_stock_was_reserved_leaves_no_row_in_either_schema() {
        Shopper shopper = Shopper.register(MALL.url(), 0);
        long first = MALL.sku(Mall.NOVA_SHOP);
        long second = MALL.sku(Mall.ORBIT_SHOP);
        shopper.order(first, 1);
        String before = stock(first) + stock(second);
        long orders = MALL.database().number("SELECT COUNT(*) FROM gomall_order.orders");
        MALL.setting("gomall.order.fail-after-reserve", "100");
        try {
            Map<String, Object> body = shopper.orderOf(
                    List.of(Map.of("skuId", "" + first, "quantity", 1), Map.of("skuId", "" + second, "quantity", 2)));
            MALL.eventually(() -> assertThat(shopper.postWithKey("/api/orders", Shopper.key(), body)
                            .status())
                    .isGreaterThanOrEqualTo(500));
            // Attempts made before the switch had arrived everywhere were real orders.
            long accepted = MALL.database().number("SELECT COUNT(*) FROM gomall_order.orders");
            String reserved = stock(first) + stock(second);
            for (int i = 0; i < 10; i++) {
                assertThat(shopper.postWithKey("/api/orders", Shopper.key(), body)
                                .status())
                        .isGreaterThanOrEqualTo(500);
            }
            assertThat(MALL.database().number("SELECT COUNT(*) FROM gomall_order.orders"))
                    .isEqualTo(accepted);
            assertThat(stock(first) + stock(second)).isEqualTo(reserved);
            assertThat(accepted > orders || reserved.equals(before)).isTrue();
        } finally {
            MALL.setting("gomall.order.fail-after-reserve", "0");
        }
        MALL.awaitCalm();
        MALL.eventually(() -> shopper.order(first, 1));
    }

    @Test
    @Order(2)
    void rows_of_both_schemas_agree_after_kills_at_random_moments_under_load() throws InterruptedException {
        long seed = Long.getLong("gomall.proof.seed", System.nanoTime());
        System.out.println("SeataProofTest: " + KILLS + " kills, repeat with -Dgomall.proof.seed=" + seed);
        Random random = new Random(seed);
        long hot = MALL.skuWithStock(Mall.NOVA_SHOP, 100_000);
        List<Long> cold = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            cold.add(MALL.sku(i % 2 == 0 ? Mall.NOVA_SHOP : Mall.ORBIT_SHOP));
        }
        AtomicBoolean running = new AtomicBoolean(true);
        AtomicInteger accepted = new AtomicInteger();
        AtomicInteger paid = new AtomicInteger();
        AtomicInteger cancelled = new AtomicInteger();
        ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
        ExecutorService clients = Executors.newFixedThreadPool(6);
        for (int i = 0; i < 6; i++) {
            Shopper shopper = Shopper.register(MALL.url(), 50_000_000);
            Random choice = new Random(seed + i);
            clients.submit(() -> {
                while (running.get()) {
                    try {
                        shopOnce(shopper, choice, hot, cold, accepted, paid, cancelled, wrong);
                    } catch (RuntimeException | AssertionError e) {
                        wrong.add(e.toString());
                    }
                    Mall.pause(20);
                }
            });
        }
        Mall.pause(1_000);
        for (int kill = 1; kill <= KILLS; kill++) {
            String victim = VICTIMS.get((kill + random.nextInt(2)) % VICTIMS.size());
            for (String part : VICTIMS) {
                MALL.system().awaitReady(part, Duration.ofSeconds(90));
            }
            // A kill only proves something while purchases are under way again.
            int before = accepted.get();
            await().atMost(Duration.ofSeconds(90)).until(() -> accepted.get() >= before + 3);
            Mall.pause(random.nextInt(1_500));
            MALL.system().kill(victim);
            System.out.println("SeataProofTest: kill " + kill + " of " + KILLS + ": " + victim + ", " + accepted
                    + " orders placed so far");
        }
        for (String victim : VICTIMS) {
            MALL.system().awaitReady(victim, Duration.ofSeconds(90));
        }
        Mall.pause(2_000);
        running.set(false);
        clients.shutdown();
        assertThat(clients.awaitTermination(120, TimeUnit.SECONDS)).isTrue();

        MALL.awaitCalm();
        System.out.println("SeataProofTest: " + accepted + " orders placed, " + paid + " paid, " + cancelled
                + " cancelled, all invariants hold");
        assertThat(wrong).isEmpty();
        assertThat(accepted.get()).isGreaterThan(KILLS);
        assertThat(MALL.database()
                        .number(
                                "SELECT COUNT(*) FROM gomall_order.orders o JOIN gomall_order.order_item i"
                                        + " ON i.order_id = o.order_id WHERE i.sku_id = ? AND o.status <> 'CANCELLED'",
                                hot))
                .isEqualTo(
                        MALL.database().number("SELECT reserved + sold FROM gomall_stock.stock WHERE sku_id = ?", hot));
    }

    @Test
    @Order(3)
    void without_seata_the_same_failure_is_noticed() {
        Shopper shopper = Shopper.register(MALL.url(), 0);
        long sku = MALL.sku(Mall.NOVA_SHOP);
        long reservedBefore = MALL.database().number("SELECT reserved FROM gomall_stock.stock WHERE sku_id = ?", sku);
        MALL.setting("gomall.order.transactions", "off");
        MALL.setting("gomall.order.fail-after-reserve", "100");
        try {
            MALL.eventually(() -> {
                shopper.postWithKey("/api/orders", Shopper.key(), shopper.orderOf(sku, 1));
                assertThat(Invariants.violations(MALL.database()))
                        .as("pieces that are taken for an order which does not exist")
                        .anyMatch(violation -> violation.startsWith("I2"));
            });
        } finally {
            MALL.setting("gomall.order.fail-after-reserve", "0");
            MALL.setting("gomall.order.transactions", "on");
            Mall.pause(3_000);
            repair(sku, reservedBefore);
        }
        MALL.awaitCalm();
    }

    private static void shopOnce(
            Shopper shopper,
            Random choice,
            long hot,
            List<Long> cold,
            AtomicInteger accepted,
            AtomicInteger paid,
            AtomicInteger cancelled,
            ConcurrentLinkedQueue<String> wrong) {
        long sku = choice.nextInt(5) == 0 ? hot : cold.get(choice.nextInt(cold.size()));
        Map<String, Object> body = shopper.orderOf(sku, 1);
        String key = Shopper.key();
        Answer placed = MALL.patiently(() -> shopper.postWithKey("/api/orders", key, body), UNTIL_CALM);
        if (placed.code() == 40904) {
            return;
        }
        if (placed.code() != 0) {
            wrong.add(placed.toString());
            return;
        }
        accepted.incrementAndGet();
        String order = placed.data().path("orders").get(0).path("orderId").asString();
        int next = choice.nextInt(10);
        if (next < 3) {
            String payKey = Shopper.key();
            Answer payment = MALL.patiently(
                    () -> shopper.postWithKey(
                            "/api/payments", payKey, Map.of("orderIds", List.of(order), "method", "WALLET")),
                    UNTIL_CALM);
            if (payment.code() == 0) {
                paid.incrementAndGet();
            } else {
                wrong.add(payment.toString());
            }
        } else if (next < 6) {
            Answer answer = MALL.patiently(() -> shopper.post("/api/orders/" + order + "/cancel"), UNTIL_CALM);
            // A cancellation whose answer was lost is met again as "already cancelled".
            if (answer.code() == 0 || answer.code() == 40901) {
                cancelled.incrementAndGet();
            } else {
                wrong.add(answer.toString());
            }
        }
    }

    private static String stock(long sku) {
        return MALL.database()
                .rows("SELECT total, available, reserved, sold FROM gomall_stock.stock WHERE sku_id = ?", sku)
                .toString();
    }

    /** Gives back by hand what the control run leaked, so that the tests after it start clean. */
    private static void repair(long sku, long reservedBefore) {
        long leaked = MALL.database().number("SELECT reserved FROM gomall_stock.stock WHERE sku_id = ?", sku)
                - reservedBefore;
        MALL.database()
                .update(
                        "DELETE r FROM gomall_stock.reservation r LEFT JOIN gomall_order.orders o"
                                + " ON o.order_id = r.order_id WHERE r.sku_id = ?"
                                + " AND (o.order_id IS NULL OR o.status = 'PLACING')",
                        sku);
        long held = MALL.database()
                .number(
                        "SELECT SUM(quantity) FROM gomall_stock.reservation WHERE sku_id = ? AND status = 'RESERVED'",
                        sku);
        MALL.database()
                .update(
                        "UPDATE gomall_stock.stock SET available = available + reserved - ?, reserved = ? WHERE sku_id = ?",
                        held,
                        held,
                        sku);
        MALL.database()
                .update("DELETE i FROM gomall_order.order_item i JOIN gomall_order.orders o ON o.order_id = i.order_id"
                        + " WHERE o.status = 'PLACING'");
        MALL.database()
                .update("DELETE s FROM gomall_order.order_set s JOIN gomall_order.orders o"
                        + " ON o.order_set_id = s.order_set_id WHERE o.status = 'PLACING'");
        MALL.database().update("DELETE FROM gomall_order.orders WHERE status = 'PLACING'");
        assertThat(leaked).isNotNegative();
    }
}
