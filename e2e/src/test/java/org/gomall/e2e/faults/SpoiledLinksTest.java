package org.gomall.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gomall.e2e.Mall;
import org.gomall.localstack.LocalSystem;
import org.gomall.localstack.Server;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A link that is two seconds slower each way, or resets every connection, while shoppers shop: looking at products goes on
 * quickly with what is known, nobody repeats calls without end, and all is well soon after.
 */
@Tag("faults")
@Tag("long")
class SpoiledLinksTest {

    private static final Mall MALL = Mall.spoilable();
    private static final Duration LASTS = Selection.time(8, 12);

    private static final Duration WELL_WITHIN = Duration.ofSeconds(15);

    /** The one repetition that reads are allowed, for each of the two webs, and a little for the carts and orders. */
    private static final double MOST_CALLS = 2.5;

    static Stream<Fault> faults() {
        LocalSystem system = MALL.system();
        List<Fault> few = List.of(
                LinkFaults.slow(system.link("provider-product"), LASTS),
                LinkFaults.slow(system.link("consumer-web", Server.REDIS), LASTS),
                LinkFaults.reset(system.link("provider-stock"), LASTS));
        return Selection.of(few, LinkFaults.all(system, LASTS)).stream();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void browsing_stays_quick_and_nobody_storms(Fault fault) {
        try (Trial trial = Trial.on(MALL)) {
            long before = callsOfProducts();
            Duration begin = trial.load().now();
            Episode episode = trial.during(fault);
            double calls = (callsOfProducts() - before)
                    / (double) trial.load().figures(begin, trial.load().now()).requests();
            System.out.println("Faults: " + fault.name() + ": browsing " + episode.browsing());
            Verdicts.browsingGoesOn(trial.load(), episode, 99);
            assertThat(episode.browsing().p99()).as("%s", episode.browsing()).isLessThan(Duration.ofSeconds(1));
            assertThat(calls).as("calls of provider-product for each request").isLessThan(MOST_CALLS);
            assertThat(episode.recovery().orElseThrow())
                    .as("well again after %s", fault)
                    .isLessThan(WELL_WITHIN);
            trial.finish(episode.with(String.format(
                    Locale.ROOT,
                    "browsing p99 %d ms, %.1f calls of provider-product for each request",
                    episode.browsing().p99().toMillis(),
                    calls)));
        }
    }

    /** Calls that arrived at provider-product, whatever became of them. */
    private static long callsOfProducts() {
        return Scrape.sum(MALL.system().managementUrl("provider-product", 1), "gomall_requests_seconds_count");
    }
}
