package org.gomall.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The live check of the laws: silent while the mall is busy, exact when somebody has changed a row by hand. */
class ReconciliationTest {

    private static final Mall MALL = Mall.shared();

    private final Shopper admin = Shopper.login(MALL.url(), "admin", Mall.DEMO_PASSWORD);

    @Test
    void a_busy_mall_breaks_no_law() throws InterruptedException {
        MALL.awaitCalm();
        long sku = MALL.sku(Mall.NOVA_SHOP);
        AtomicBoolean running = new AtomicBoolean(true);
        AtomicInteger orders = new AtomicInteger();
        ExecutorService clients = Executors.newFixedThreadPool(3);
        for (int i = 0; i < 3; i++) {
            Shopper shopper = Shopper.register(MALL.url(), 50_000_000);
            boolean pays = i > 0;
            clients.submit(() -> {
                while (running.get()) {
                    Answer placed = shopper.postWithKey("/api/orders", Shopper.key(), shopper.orderOf(sku, 1));
                    if (placed.code() == 0) {
                        String order = placed.data()
                                .path("orders")
                                .get(0)
                                .path("orderId")
                                .asString();
                        orders.incrementAndGet();
                        if (pays) {
                            shopper.pay(order);
                        } else {
                            shopper.post("/api/orders/" + order + "/cancel");
                        }
                    }
                }
            });
        }
        ConcurrentLinkedQueue<String> broken = new ConcurrentLinkedQueue<>();
        try {
            for (int look = 0; look < 10; look++) {
                broken.addAll(broken(look()));
                Mall.pause(500);
            }
        } finally {
            running.set(false);
            clients.shutdown();
            clients.awaitTermination(60, TimeUnit.SECONDS);
        }

        assertThat(broken).isEmpty();
        assertThat(orders.get()).isGreaterThan(3);
        MALL.awaitCalm();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(statuses(look())).containsOnly("HOLDS"));
    }

    @Test
    void a_balance_changed_by_hand_is_reported_alone_with_what_to_do_until_it_is_put_right() {
        MALL.awaitCalm();
        Shopper shopper = Shopper.register(MALL.url(), 10_000);
        String user = shopper.get("/api/auth/me").ok().data().path("userId").asString();
        MALL.database()
                .update("UPDATE gomall_payment.wallet SET balance_cents = balance_cents + 1 WHERE user_id = ?", user);
        try {
            JsonNode report = look();

            assertThat(broken(report)).containsExactly("wallet-balance");
            JsonNode law = law(report, "wallet-balance");
            assertThat(law.path("law").asString()).isEqualTo("I9");
            assertThat(law.path("violations").size()).isOne();
            assertThat(law.path("violations")
                            .get(0)
                            .path("what")
                            .path("user_id")
                            .asString())
                    .isEqualTo(user);
            assertThat(law.path("remedy").asString()).isNotBlank();
            assertThat(broken(admin.get("/api/ops/reconciliation").ok().data())).containsExactly("wallet-balance");
        } finally {
            MALL.database()
                    .update(
                            "UPDATE gomall_payment.wallet SET balance_cents = balance_cents - 1 WHERE user_id = ?",
                            user);
        }
        assertThat(broken(look())).isEmpty();
    }

    private JsonNode look() {
        return admin.post("/api/ops/reconciliation/run").ok().data();
    }

    private static List<String> broken(JsonNode report) {
        List<String> broken = new ArrayList<>();
        report.path("laws").forEach(law -> {
            if (List.of("VIOLATED", "UNCHECKED").contains(law.path("status").asString())) {
                broken.add(law.path("key").asString());
            }
        });
        return broken;
    }

    private static List<String> statuses(JsonNode report) {
        List<String> statuses = new ArrayList<>();
        report.path("laws").forEach(law -> statuses.add(law.path("status").asString()));
        return statuses;
    }

    private static JsonNode law(JsonNode report, String key) {
        for (JsonNode law : report.path("laws")) {
            if (law.path("key").asString().equals(key)) {
                return law;
            }
        }
        throw new AssertionError("no law " + key);
    }
}
