package org.gomall.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A dead or frozen part costs what depends on it and nothing else, and says so within three seconds. */
class DegradedTest {

    private static final Mall MALL = Mall.shared();

    @AfterAll
    static void invariants_hold() {
        MALL.awaitCalm();
        MALL.assertInvariants();
    }

    @Test
    void without_provider_stock_product_pages_work_and_ordering_is_refused_in_time() {
        Shopper shopper = Shopper.register(MALL.url(), 0);
        long sku = MALL.sku(Mall.NOVA_SHOP);
        String product = "/api/products/" + sku / 10;
        MALL.stop("provider-stock");
        try {
            Answer page = within(Duration.ofSeconds(3), () -> shopper.get(product));
            assertThat(page.ok().data().path("skus")).isNotEmpty();
            assertRefusedInTime(shopper, sku);
        } finally {
            MALL.start("provider-stock");
        }
        MALL.eventually(() -> shopper.order(sku, 1));
    }

    @Test
    void a_frozen_provider_stock_leaves_product_pages_working() {
        Shopper shopper = Shopper.register(MALL.url(), 0);
        long sku = MALL.sku(Mall.NOVA_SHOP);
        MALL.system().pause("provider-stock");
        try {
            for (int i = 0; i < 5; i++) {
                Answer page = within(Duration.ofSeconds(3), () -> shopper.get("/api/products/" + sku / 10));
                assertThat(page.ok().data().path("skus")).isNotEmpty();
            }
            assertRefusedInTime(shopper, sku);
        } finally {
            MALL.system().resume("provider-stock");
        }
        MALL.eventually(() -> shopper.order(sku, 1));
    }

    @Test
    void without_the_transaction_coordinator_ordering_is_refused_in_time_and_comes_back() {
        Shopper shopper = Shopper.register(MALL.url(), 0);
        long sku = MALL.sku(Mall.NOVA_SHOP);
        long available = MALL.available(sku);
        MALL.stop("seata");
        try {
            shopper.get("/api/products/" + sku / 10).ok();
            assertRefusedInTime(shopper, sku);
        } finally {
            MALL.start("seata");
        }
        assertThat(MALL.available(sku)).isEqualTo(available);
        MALL.eventually(() -> shopper.order(sku, 1));
    }

    @Test
    void without_the_message_broker_orders_are_placed_and_paid_and_the_events_follow() {
        Shopper shopper = Shopper.register(MALL.url(), 50_000_000);
        long sku = MALL.sku(Mall.NOVA_SHOP);
        String order;
        MALL.stop("broker");
        try {
            order = shopper.order(sku, 1);
            shopper.pay(order).ok();
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> shopper.statusOf(order).equals("PAID"));
            assertThat(MALL.database().number("SELECT COUNT(*) FROM gomall_order.outbox"))
                    .isPositive();
        } finally {
            MALL.start("broker");
        }
        await().atMost(Duration.ofMinutes(2))
                .until(() -> MALL.database().number("SELECT COUNT(*) FROM gomall_order.outbox") == 0);
    }

    private static void assertRefusedInTime(Shopper shopper, long sku) {
        Answer refused = within(
                Duration.ofMillis(3_500),
                () -> shopper.postWithKey("/api/orders", Shopper.key(), shopper.orderOf(sku, 1)));
        assertThat(refused.code()).as("%s", refused).isIn(50300, 50400);
        if (refused.code() == 50300) {
            assertThat(refused.header("Retry-After")).isNotNull();
        }
        assertThat(Map.of("status", refused.status())).doesNotContainValue(500);
    }

    private static Answer within(Duration limit, java.util.function.Supplier<Answer> call) {
        long start = System.nanoTime();
        Answer answer = call.get();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as("%s", answer).isLessThan(limit);
        return answer;
    }
}
