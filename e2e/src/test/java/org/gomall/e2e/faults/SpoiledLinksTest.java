package org.gomall.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gomall.e2e.Mall;
import org.gomall.localstack.Link;
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
class SpoiledLinksTest {

    private static final Mall MALL = Mall.shared();
    private static final boolean ALL = "all".equals(System.getProperty("gomall.faults"));
    private static final Duration LASTS = Duration.ofSeconds(ALL ? 20 : 8);
    private static final Duration WELL_WITHIN = Duration.ofSeconds(60);

    /** The one repetition that reads are allowed, and what the two webs ask for by themselves. */
    private static final double MOST_ATTEMPTS = 2.5;

    static Stream<Fault> faults() {
        LocalSystem system = MALL.system();
        if (!ALL) {
            return Stream.of(
                    LinkFaults.slow(system.link("provider-product"), LASTS),
                    LinkFaults.slow(system.link("consumer-web", Server.REDIS), LASTS),
                    LinkFaults.reset(system.link("provider-product"), LASTS));
        }
        List<Fault> all = new ArrayList<>();
        for (Link link : LinkFaults.links(system)) {
            all.add(LinkFaults.slow(link, LASTS));
            all.add(LinkFaults.reset(link, LASTS));
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void browsing_stays_quick_and_nobody_storms(Fault fault) {
        try (Load load = Load.on(MALL).clients(6).perSecond(25).start()) {
            load.run(Duration.ofSeconds(6));
            long callsBefore = callsOfProducts();
            Duration begin = load.now();
            fault.begin();
            Duration end;
            try {
                load.run(fault.lasts());
            } finally {
                end = load.now();
                fault.end();
            }
            await().atMost(WELL_WITHIN)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> load.recovery(end).isPresent());
            double attempts = (callsOfProducts() - callsBefore)
                    / (double) load.figures(begin, load.now(), Kind.BROWSE).requests();
            load.stop();
            Figures browsing = load.figures(begin, end, Kind.BROWSE);
            System.out.printf(
                    "Faults: %s: browsing %s; %.1f calls of provider-product a look; all: %s; well again after %s%n",
                    fault.name(),
                    browsing,
                    attempts,
                    load.figures(begin, end),
                    load.recovery(end).orElseThrow());
            assertThat(browsing.p99()).as("%s", browsing).isLessThan(Duration.ofSeconds(1));
            assertThat(browsing.errorRatio()).as("%s", browsing).isLessThan(0.01);
            assertThat(attempts).as("calls of provider-product for each look").isLessThan(MOST_ATTEMPTS);
            MALL.awaitCalm();
            assertThat(load.accepted().differences(MALL.database())).isEmpty();
        }
    }

    /** Calls that arrived at provider-product, whatever became of them. */
    private static long callsOfProducts() {
        return Scrape.sum(MALL.system().managementUrl("provider-product", 1), "dubbo_provider_requests_total");
    }
}
