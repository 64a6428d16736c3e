package org.gomall.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.gomall.e2e.Mall;
import org.gomall.e2e.Shopper;
import org.gomall.localstack.LocalSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The clock of one machine is an hour ahead, or five minutes behind: its processes work on, with the right time. */
@Tag("faults")
@Tag("long")
class ClockTest {

    private static final Mall MALL = Mall.spoilable();
    private static final LocalSystem SYSTEM = MALL.system();

    @AfterAll
    static void invariants_hold() {
        MALL.awaitCalm();
    }

    @Test
    void a_provider_an_hour_ahead_gives_no_number_twice_and_cancels_nothing_before_its_time() throws IOException {
        Shopper shopper = MALL.shopper(50_000_000);
        long sku = MALL.sku(Mall.NOVA_SHOP);
        List<String> orders = new ArrayList<>();
        SYSTEM.scale("provider-order", 2);
        try {
            place(shopper, sku, orders);
            MALL.stop("provider-order");
            try {
                // Only the one whose machine is ahead is left.
                place(shopper, sku, orders);
                MALL.pay(shopper, orders.get(0));
                // Two looks of the sweeper.
                Mall.pause(11_000);
            } finally {
                MALL.start("provider-order");
            }
        } finally {
            SYSTEM.scale("provider-order", 1);
        }
        place(shopper, sku, orders);

        assertThat(Files.readString(SYSTEM.log("provider-order-2"))).contains("s ahead of that of the database");
        assertThat(new HashSet<>(orders)).hasSameSizeAs(orders);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> MALL.statusOf(orders.get(0)).equals("PAID"));
        assertThat(orders.subList(1, orders.size()))
                .allSatisfy(order -> assertThat(MALL.statusOf(order)).isEqualTo("CREATED"));
        assertThat(MALL.database().number("""
                        SELECT COUNT(*) FROM gomall_order.orders
                        WHERE user_id = (SELECT user_id FROM gomall_user.accounts WHERE username = ?)
                          AND (ABS(TIMESTAMPDIFF(SECOND, created_at, UTC_TIMESTAMP(6))) > 600
                               OR ABS(TIMESTAMPDIFF(MINUTE, created_at, expires_at) - 30) > 1)
                        """, shopper.name()))
                .as("orders with a wrong time")
                .isZero();
    }

    @Test
    void a_web_five_minutes_behind_learns_the_time_and_sells() throws IOException {
        Shopper shopper = MALL.shopper(50_000_000).at(SYSTEM.webUrl(2));
        String order = MALL.order(shopper, MALL.sku(Mall.ORBIT_SHOP), 1);
        MALL.pay(shopper, order);
        await().atMost(Duration.ofSeconds(20)).until(() -> MALL.statusOf(order).equals("PAID"));
        assertThat(Files.readString(SYSTEM.log("consumer-web-2"))).contains("s behind that of who is called");
    }

    private static void place(Shopper shopper, long sku, List<String> orders) {
        for (int i = 0; i < 5; i++) {
            orders.add(MALL.order(shopper, sku, 1));
        }
    }
}
