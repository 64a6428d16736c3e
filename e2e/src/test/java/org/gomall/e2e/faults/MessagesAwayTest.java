package org.gomall.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.gomall.e2e.Mall;
import org.gomall.e2e.Shopper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The broker, or the name server, is killed and stays away: ordering and paying go on, what has to be told waits in the
 * outboxes and is told within two minutes, and whoever does not pay is cancelled as ever.
 */
@Tag("faults")
@Tag("long")
class MessagesAwayTest {

    private static final Mall MALL = Mall.shared();
    private static final Duration AWAY = Selection.time(8, 60);
    private static final Duration DRAINED_WITHIN = Duration.ofMinutes(2);

    static List<String> parts() {
        return Selection.of(1, List.of("broker", "namesrv"));
    }

    @AfterEach
    void usual_timeout() {
        MALL.setting("gomall.order.pay-timeout", "30m");
    }

    @ParameterizedTest
    @MethodSource("parts")
    void orders_are_placed_and_paid_and_the_messages_follow(String part) {
        Shopper shopper = MALL.shopper(0);
        long sku = MALL.sku(Mall.NOVA_SHOP);
        try (Trial trial = Trial.on(MALL)) {
            String[] unpaid = new String[1];
            Episode episode = trial.during(ProcessFault.outage(MALL.system(), part, AWAY), () -> {
                MALL.setting("gomall.order.pay-timeout", "5s");
                unpaid[0] = MALL.orderThatExpires(Duration.ofSeconds(60), shopper, sku);
            });
            Duration drained = untilDrained(trial.load());
            for (Kind kind : List.of(Kind.BROWSE, Kind.ORDER, Kind.PAY)) {
                assertThat(trial.load()
                                .figures(episode.began(), episode.ended(), kind)
                                .availability())
                        .as("%s: %s", kind, Verdicts.failures(trial.load(), episode, kind))
                        .isGreaterThanOrEqualTo(99);
            }
            await().atMost(DRAINED_WITHIN).until(() -> MALL.statusOf(unpaid[0]).equals("CANCELLED"));
            MALL.setting("gomall.order.pay-timeout", "30m");
            trial.finish(episode.with(
                    String.format(Locale.ROOT, "outboxes empty %.1f s after it was ready", drained.toMillis() / 1e3)));
        }
    }

    /** While the load goes on nothing waits longer than a few seconds any more. */
    private static Duration untilDrained(Load load) {
        Duration begin = load.now();
        await().atMost(DRAINED_WITHIN)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> MALL.database().number("""
                        SELECT (SELECT COUNT(*) FROM gomall_order.outbox
                                WHERE send_at < UTC_TIMESTAMP(6) - INTERVAL 5 SECOND)
                             + (SELECT COUNT(*) FROM gomall_payment.outbox
                                WHERE send_at < UTC_TIMESTAMP(6) - INTERVAL 5 SECOND)
                        """) == 0);
        return load.now().minus(begin);
    }
}
