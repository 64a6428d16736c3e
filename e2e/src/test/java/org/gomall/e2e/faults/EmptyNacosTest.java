package org.gomall.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.gomall.e2e.Mall;
import org.gomall.e2e.Shopper;
import org.gomall.localstack.LocalSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Nacos is killed, stays away, and comes back with nothing in it. All calls go on meanwhile; afterwards it knows the running
 * instances, new ones, and every document again, with what ops had changed.
 */
@Tag("faults")
@Tag("long")
class EmptyNacosTest {

    private static final Mall MALL = Mall.shared();
    private static final LocalSystem SYSTEM = MALL.system();
    private static final Duration AWAY = Selection.time(10, 180);
    private static final Duration VISIBLE_WITHIN = Duration.ofSeconds(30);

    @AfterEach
    void as_it_was() {
        MALL.setting("gomall.order.sweep-interval", "5s");
        SYSTEM.scale("provider-stock", 1);
    }

    @Test
    void all_calls_go_on_and_everything_is_there_again() {
        MALL.setting("gomall.order.sweep-interval", "4s");
        await().atMost(VISIBLE_WITHIN)
                .until(() -> document("GOMALL", "provider-order.properties").contains("sweep-interval=4s"));
        // Pushed to who is watching as well, before it goes away.
        Mall.pause(2_000);
        Fault emptied = new ProcessFault(
                "kill -9 nacos, away for " + AWAY.toSeconds() + " s, restarted empty",
                Rows.NACOS,
                AWAY,
                () -> SYSTEM.killAndLeave("nacos"),
                () -> {
                    SYSTEM.empty("nacos");
                    SYSTEM.start("nacos");
                });

        try (Trial trial = Trial.on(MALL)) {
            Episode episode = trial.during(emptied);
            assertThat(episode.during().availability())
                    .as("%s", Verdicts.failures(trial.load(), episode))
                    .isGreaterThanOrEqualTo(99.5);

            await().atMost(VISIBLE_WITHIN)
                    .untilAsserted(() -> assertThat(document("GOMALL", "provider-order.properties"))
                            .contains("sweep-interval=4s"));
            await().atMost(VISIBLE_WITHIN)
                    .untilAsserted(() -> assertThat(document("SENTINEL", "consumer-web-flow-rules.json"))
                            .contains("rules"));
            await().atMost(VISIBLE_WITHIN).until(() -> instances("provider-stock") == 1);

            SYSTEM.scale("provider-stock", 2);
            Instant ready = Instant.now();
            await().atMost(VISIBLE_WITHIN).until(() -> instances("provider-stock") == 2);
            Duration visible = Duration.between(ready, Instant.now());

            // A consumer that has never seen the providers.
            SYSTEM.restart("consumer-web-2");
            Duration selling = untilSelling(SYSTEM.webUrl(2));
            trial.finish(episode.with(String.format(
                    Locale.ROOT,
                    "a new provider was visible %.1f s after it was ready, a new web sold after %.1f s",
                    visible.toMillis() / 1e3,
                    selling.toMillis() / 1e3)));
        }
    }

    private static Duration untilSelling(String url) {
        Instant begin = Instant.now();
        await().atMost(VISIBLE_WITHIN).pollInterval(Duration.ofMillis(300)).untilAsserted(() -> {
            Shopper.guest(url).get("/api/products?size=5").ok();
            Shopper.login(url, "alice", Mall.DEMO_PASSWORD).get("/api/cart").ok();
        });
        return Duration.between(begin, Instant.now());
    }

    /** Empty when Nacos has none. */
    private static String document(String group, String dataId) {
        String answer =
                Scrape.get("http://" + SYSTEM.nacos() + "/nacos/v1/cs/configs?group=" + group + "&dataId=" + dataId);
        return answer.startsWith("config data not exist") ? "" : answer;
    }

    private static int instances(String application) {
        String answer =
                Scrape.get("http://" + SYSTEM.nacos() + "/nacos/v1/ns/instance/list?serviceName=" + application);
        return answer.split("\"instanceId\"", -1).length - 1;
    }
}
