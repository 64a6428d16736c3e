package org.gomall.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.gomall.e2e.Mall;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** MariaDB is killed under load: pages that were looked at stay, writes are refused, pools recover, and nothing acknowledged is lost. */
@Tag("faults")
class DatabaseKillTest {

    private static final Mall MALL = Mall.shared();
    private static final Duration POOLS_RECOVER_WITHIN = Duration.ofSeconds(15);

    @Test
    void without_its_database_the_mall_shows_what_it_knows_and_recovers_by_itself() {
        try (Trial trial = Trial.on(MALL)) {
            Episode episode = trial.during(ProcessFault.outage(MALL.system(), "mariadb", Selection.time(8, 20)));

            Duration begin = episode.began().plusSeconds(1);
            Figures orders = trial.load().figures(begin, episode.ended(), Kind.ORDER);
            Verdicts.browsingGoesOn(trial.load(), episode, 90);
            assertThat(orders.ok()).as("orders without a database").isZero();
            Verdicts.answeredInTime(trial.load(), episode);
            assertThat(trial.load()
                            .recovery(episode.healed(), trial.load().now())
                            .orElseThrow())
                    .isLessThan(POOLS_RECOVER_WITHIN);
            trial.finish(episode.with("pools well "
                    + trial.load()
                            .recovery(episode.healed(), trial.load().now())
                            .orElseThrow()
                            .toMillis() + " ms after the database"));
        }
    }
}
