package org.gomall.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Somebody on call changes Sentinel's rules: live on every process at once, and still there after restarts. */
class FlowRulesTest {

    private static final Mall MALL = Mall.shared();
    private static final String FLOW = "/api/ops/flow-rules";

    /** The contract says a second; a machine that runs everything at once gets a little more. */
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private final List<String> webs =
            List.of(MALL.system().webUrl(1), MALL.system().webUrl(2));
    private final Shopper ops = Shopper.login(webs.get(0), "ops", Mall.DEMO_PASSWORD);
    private JsonNode before;

    @BeforeEach
    void read_the_rules() {
        before = rules();
    }

    @AfterEach
    void put_them_back() {
        MALL.eventually(() ->
                put(rules().path("version").asLong(), before.path("rules")).ok());
    }

    @Test
    void a_limit_is_live_on_every_instance_at_once_and_so_is_its_end() {
        String product = "/api/products/" + MALL.sku(Mall.NOVA_SHOP) / 10;
        onBoth(web -> Shopper.guest(web).get(product).ok());

        limit("consumer-web", "/api/products/{productId}");
        await().atMost(AT_ONCE)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> onBoth(web -> {
                    Answer busy = Shopper.guest(web).get(product);
                    assertThat(busy.code()).isEqualTo(42900);
                    assertThat(busy.header("Retry-After")).isEqualTo("1");
                }));
        onBoth(web -> Shopper.guest(web).get("/api/products").ok());

        put(rules().path("version").asLong(), before.path("rules")).ok();
        await().atMost(AT_ONCE)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(
                        () -> onBoth(web -> Shopper.guest(web).get(product).ok()));
    }

    @Test
    void a_blocked_reservation_leaves_no_half_order() {
        Shopper shopper = Shopper.register(webs.get(0), 0);
        long sku = MALL.skuWithStock(Mall.NOVA_SHOP, 1);
        limit(
                "provider-stock",
                "org.gomall.api.stock.StockReservationService:reserve(org.gomall.api.stock.ReserveCommand)");

        // Out of stock until the rule is there.
        await().atMost(AT_ONCE).untilAsserted(() -> {
            Answer refused = shopper.postWithKey("/api/orders", Shopper.key(), shopper.orderOf(sku, 2));
            assertThat(refused.code()).isEqualTo(42900);
            assertThat(refused.header("Retry-After")).isEqualTo("1");
        });

        assertThat(shopper.get("/api/orders").ok().data().path("total").asLong())
                .isZero();
        assertThat(MALL.available(sku)).isEqualTo(1);
        put(rules().path("version").asLong(), before.path("rules")).ok();
        MALL.eventually(() -> shopper.order(sku, 1));
        MALL.awaitCalm();
    }

    @Test
    void of_two_operators_the_slower_one_is_told() {
        limit("consumer-web", "/api/nobody-asks-this");

        put(before.path("version").asLong(), before.path("rules")).refused(40900);
        assertThat(rules().toString()).contains("nobody-asks-this");
    }

    @Test
    void a_wrong_rule_is_refused_and_changes_nothing() {
        Answer refused = put(
                before.path("version").asLong(),
                List.of(Map.of("application", "consumer-web", "resource", "/x", "count", -1)));

        refused.refused(40001);
        assertThat(refused.data().has("rules[0].count")).isTrue();
        assertThat(rules()).isEqualTo(before);
    }

    @Test
    void a_rule_survives_the_restart_of_who_keeps_to_it_and_of_nacos() {
        Shopper admin = Shopper.login(webs.get(0), "admin", Mall.DEMO_PASSWORD);
        admin.get("/api/admin/roles").ok();
        limit("provider-user", "org.gomall.api.user.RoleService:roles()");
        await().atMost(AT_ONCE)
                .untilAsserted(() -> admin.get("/api/admin/roles").refused(42900));

        MALL.stop("provider-user");
        MALL.start("provider-user");
        MALL.eventually(() -> admin.get("/api/admin/roles").refused(42900));
        MALL.stop("nacos");
        MALL.start("nacos");
        MALL.eventually(() -> assertThat(rules().toString()).contains("RoleService:roles()"));
        admin.get("/api/admin/roles").refused(42900);

        MALL.eventually(() ->
                put(rules().path("version").asLong(), before.path("rules")).ok());
        MALL.eventually(() -> admin.get("/api/admin/roles").ok());
    }

    private void onBoth(java.util.function.Consumer<String> check) {
        webs.forEach(check);
    }

    /** Lets nothing through. */
    private void limit(String application, String resource) {
        List<Object> wanted = new ArrayList<>();
        rules().path("rules").forEach(wanted::add);
        wanted.add(Map.of("application", application, "resource", resource, "grade", 1, "count", 0));
        put(rules().path("version").asLong(), wanted).ok();
    }

    private Answer put(long version, Object rules) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("version", version);
        body.put("rules", rules);
        return ops.put(FLOW, body);
    }

    private JsonNode rules() {
        return ops.get(FLOW).ok().data();
    }
}
