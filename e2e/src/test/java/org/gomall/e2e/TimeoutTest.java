package org.gomall.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An order that nobody pays is cancelled in time, also when its message is lost, and money that comes late goes back. */
class TimeoutTest {

    private static final Mall MALL = Mall.shared();

    @AfterEach
    void usual_timeout() {
        MALL.setting("gomall.order.pay-timeout", "30m");
        MALL.setting("gomall.order.sweep-interval", "5s");
    }

    @AfterAll
    static void invariants_hold() {
        MALL.assertInvariants();
    }

    @Test
    void a_timeout_changed_in_nacos_holds_for_the_next_order_and_the_timer_message_cancels_it() {
        Shopper shopper = Shopper.register(MALL.url(), 0);
        long sku = MALL.sku(Mall.NOVA_SHOP);
        long available = MALL.available(sku);
        // The sweeper sleeps meanwhile, so that only the timer message can have done it.
        MALL.setting("gomall.order.sweep-interval", "1h");
        MALL.setting("gomall.order.pay-timeout", "3s");
        String order = MALL.orderThatExpires(Duration.ofSeconds(10), shopper, sku);

        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            JsonNode now = shopper.orderNow(order);
            assertThat(now.path("status").asString()).isEqualTo("CANCELLED");
            assertThat(now.path("cancelReason").asString()).isEqualTo("TIMEOUT");
        });
        await().atMost(Duration.ofSeconds(5)).until(() -> MALL.available(sku) == available);
        shopper.pay(order).refused(40901);
    }

    @Test
    void the_sweeper_cancels_when_the_timer_message_is_lost() {
        Shopper shopper = Shopper.register(MALL.url(), 0);
        long sku = MALL.sku(Mall.NOVA_SHOP);
        long available = MALL.available(sku);
        MALL.setting("gomall.order.sweep-interval", "1s");
        String order = shopper.order(sku, 1);
        // The timer message of this order is half an hour away; its time is over all the same.
        MALL.database()
                .update(
                        "UPDATE gomall_order.orders SET expires_at = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND WHERE order_id = ?",
                        Long.parseLong(order));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> shopper.statusOf(order).equals("CANCELLED"));
        await().atMost(Duration.ofSeconds(5)).until(() -> MALL.available(sku) == available);
    }
}
