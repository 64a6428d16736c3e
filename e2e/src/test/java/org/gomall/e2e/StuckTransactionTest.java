package org.gomall.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A second phase that fails for ever because somebody changed a row by hand: others go on, operations see it within a minute
 * and free it with the documented repair.
 */
class StuckTransactionTest {

    private static final Mall MALL = Mall.shared();

    private final Shopper admin = Shopper.login(MALL.url(), "admin", Mall.DEMO_PASSWORD);

    @Test
    void a_cancellation_that_cannot_end_is_seen_and_repaired_while_others_go_on() {
        MALL.awaitCalm();
        long sku = MALL.skuWithStock(Mall.NOVA_SHOP, 20);
        Shopper shopper = Shopper.register(MALL.url(), 0);
        String order = shopper.order(sku, 2);
        MALL.database().update("UPDATE gomall_stock.reservation SET quantity = 999 WHERE order_id = ?", order);

        // The order's own branch ends, the one of its pieces cannot.
        shopper.post("/api/orders/" + order + "/cancel").ok();
        assertThat(MALL.available(sku)).isEqualTo(18);

        // The same SKU and others are sold all the same.
        Shopper other = Shopper.register(MALL.url(), 0);
        other.order(sku, 1);
        other.order(MALL.sku(Mall.ORBIT_SHOP), 1);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(stuck(order)).anySatisfy(part -> {
                    assertThat(part.path("application").asString()).isEqualTo("provider-stock");
                    assertThat(part.path("part").asString()).isEqualTo("stock-release");
                    assertThat(part.path("error").asString()).contains("fewer pieces than its reservations say");
                    assertThat(part.path("repairable").asBoolean()).isTrue();
                }));
        assertThat(shopper.get("/api/ops/transactions").code()).isEqualTo(40300);
        assertThat(shopper.post("/api/ops/transactions/" + order + "/repair").code())
                .isEqualTo(40300);

        assertThat(repaired(order)).isTrue();
        assertThat(repaired(order)).isFalse();

        await().atMost(Duration.ofSeconds(30)).until(() -> MALL.available(sku) == 19);
        assertThat(shopper.statusOf(order)).isEqualTo("CANCELLED");
        await().atMost(Duration.ofSeconds(10)).until(() -> stuck(order).isEmpty());
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(
                        admin.get("/api/admin/audit-log?action=ops.transaction.repair&subject=order:" + order)
                                .ok()
                                .data()
                                .path("items")
                                .size())
                .isEqualTo(2));
        MALL.awaitCalm();
    }

    private boolean repaired(String order) {
        return admin.post("/api/ops/transactions/" + order + "/repair")
                .ok()
                .data()
                .path("changed")
                .asBoolean();
    }

    private List<JsonNode> stuck(String order) {
        List<JsonNode> parts = new ArrayList<>();
        admin.get("/api/ops/transactions").ok().data().forEach(part -> {
            if (part.path("orderId").asString().equals(order)) {
                parts.add(part);
            }
        });
        return parts;
    }
}
