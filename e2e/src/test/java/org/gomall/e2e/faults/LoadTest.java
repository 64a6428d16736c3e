package org.gomall.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.gomall.e2e.Mall;
import org.junit.jupiter.api.Test;

/** A load that nothing disturbs: its figures add up, and the mall has kept exactly what it accepted. */
class LoadTest {

    private static final Mall MALL = Mall.shared();

    @Test
    void an_undisturbed_load_has_the_proportions_of_a_usual_day_and_loses_nothing() {
        try (Load load = Load.on(MALL).clients(6).perSecond(40).start()) {
            load.run(Duration.ofSeconds(10));
            load.stop();
            Figures all = load.figures(Duration.ZERO, load.now());
            Figures browsing = load.figures(Duration.ZERO, load.now(), Kind.BROWSE);
            System.out.println("LoadTest: " + all);
            for (Kind kind : Kind.values()) {
                System.out.println("LoadTest: " + kind + ": " + load.figures(Duration.ZERO, load.now(), kind));
            }
            assertThat(all.requests()).isGreaterThan(200);
            assertThat(all.errorRatio()).isLessThan(0.02);
            assertThat(browsing.requests() / (double) all.requests()).isBetween(0.6, 0.8);
            assertThat(load.accepted().orders()).isNotEmpty();
            assertThat(load.accepted().payments()).isNotEmpty();
            assertThat(load.recovery(Duration.ZERO, load.now())).isPresent();
            assertThat(load.accepted().differences(MALL.database())).isEmpty();
        }
        MALL.awaitCalm();
    }

    @Test
    void what_is_lost_or_doubled_is_noticed() {
        try (Load load = Load.on(MALL).clients(2).perSecond(20).start()) {
            load.run(Duration.ofSeconds(2));
            load.stop();
            load.accepted().order("1");
            assertThat(load.accepted().differences(MALL.database()))
                    .isEqualTo(List.of("order 1 was accepted and is lost"));
        }
    }
}
