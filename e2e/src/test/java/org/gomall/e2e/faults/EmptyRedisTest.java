package org.gomall.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.gomall.e2e.Mall;
import org.gomall.e2e.Shopper;
import org.gomall.localstack.LocalSystem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Redis is killed and comes back with nothing in it. Looking at products goes on; sessions are over, so everybody logs in
 * again; carts are there, for they are in the database; who may do what is as before.
 */
@Tag("faults")
class EmptyRedisTest {

    private static final Mall MALL = Mall.shared();
    private static final Duration AWAY = Selection.time(6, 30);

    @Test
    void browsing_goes_on_and_nobody_may_do_more_than_before() {
        LocalSystem system = MALL.system();
        Shopper shopper = MALL.shopper(0);
        String sku = Long.toString(MALL.sku(Mall.NOVA_SHOP));
        shopper.post("/api/cart/items", Map.of("skuId", sku, "quantity", 2)).ok();
        Shopper admin = Shopper.login(MALL.url(), "admin", Mall.DEMO_PASSWORD);
        admin.get("/api/admin/users").ok();
        Shopper guest = Shopper.guest(MALL.url());
        int guestRefused = guest.get("/api/admin/users").code();
        Fault emptied = new ProcessFault(
                "kill -9 redis, restarted empty", Rows.REDIS, AWAY, () -> system.killAndLeave("redis"), () -> {
                    system.empty("redis");
                    system.start("redis");
                });

        try (Trial trial = Trial.on(MALL)) {
            Episode episode = trial.during(emptied, () -> {
                assertThat(guest.get("/api/products?size=5").ok().data().path("items"))
                        .isNotEmpty();
                await().atMost(Duration.ofSeconds(3)).untilAsserted(() -> assertThat(
                                admin.get("/api/admin/users").status())
                        .isNotEqualTo(200));
                assertThat(guest.get("/api/admin/users").code()).isEqualTo(guestRefused);
            });
            Verdicts.browsingGoesOn(trial.load(), episode, 99);
            assertThat(episode.browsing().p99()).as("%s", episode.browsing()).isLessThan(Duration.ofSeconds(1));

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> shopper.get("/api/cart").refused(40100));
            admin.get("/api/admin/users").refused(40100);
            assertThat(guest.get("/api/admin/users").code()).isEqualTo(guestRefused);
            Shopper again = Shopper.login(MALL.url(), shopper.name(), Shopper.PASSWORD);
            again.get("/api/admin/users").refused(40300);
            assertThat(again.get("/api/cart")
                            .ok()
                            .data()
                            .path("items")
                            .get(0)
                            .path("quantity")
                            .asInt())
                    .isEqualTo(2);
            rights_change_for_live_sessions(again);
            trial.finish(episode.with(String.format(
                    Locale.ROOT, "browsing p99 %d ms", episode.browsing().p99().toMillis())));
        }
    }

    /** As before: the ban holds for the next request, at both webs. */
    private static void rights_change_for_live_sessions(Shopper shopper) {
        Shopper elsewhere = shopper.at(MALL.system().webUrl(2));
        String userId = shopper.get("/api/auth/me").ok().data().path("userId").asString();
        elsewhere.get("/api/cart").ok();
        Shopper admin = Shopper.login(MALL.url(), "admin", Mall.DEMO_PASSWORD);
        admin.post("/api/admin/users/" + userId + "/ban", Map.of("reason", "to see that it works"))
                .ok();
        elsewhere.get("/api/cart").refused(40301);
        shopper.get("/api/cart").refused(40301);
    }
}
