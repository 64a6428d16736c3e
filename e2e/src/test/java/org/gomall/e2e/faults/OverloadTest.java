package org.gomall.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gomall.e2e.Mall;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Three times as many shoppers as the mall has capacity for: it goes on selling nearly as much as at its best, tells the
 * rest quickly to come back, and is as fast as before ten seconds after they have left.
 */
@Tag("faults")
@Tag("long")
class OverloadTest {

    private static final Mall MALL = Mall.shared();
    private static final List<Integer> CALM_CLIENTS = List.of(8, 16);
    private static final int FLOOD_CLIENTS = 192;
    private static final Duration PEAK = Selection.time(8, 30);
    private static final Duration FLOOD = Selection.time(15, 60);
    private static final Duration WARM_UP = Duration.ofSeconds(4);

    @Test
    void three_times_the_capacity_costs_a_fifth_of_the_goodput_at_the_most() {
        Figures before = usual();
        List<Double> peaksBefore = goodputs();
        double asked = 3 * Collections.max(peaksBefore);
        Episode episode;
        List<Duration> refusals;
        try (Load flood = Load.on(MALL).clients(FLOOD_CLIENTS).perSecond(asked).start()) {
            flood.run(WARM_UP);
            Duration began = flood.now();
            flood.run(FLOOD);
            Duration ended = flood.now();
            flood.stop();
            Duration left = flood.now();
            episode = new Episode(
                    "three times the capacity for " + FLOOD.toSeconds() + " s",
                    Rows.OVERLOAD,
                    began,
                    ended,
                    left,
                    flood.figures(began, ended),
                    flood.figures(began, ended, Kind.BROWSE),
                    Optional.empty(),
                    "");
            refusals = flood.samples(began, ended).stream()
                    .filter(sample -> sample.outcome() == Outcome.BUSY)
                    .map(Sample::took)
                    .sorted()
                    .toList();
            String waits = Stream.of(Kind.values())
                    .map(kind ->
                            kind + " " + flood.figures(began, ended, kind).p95().toMillis() + " ms")
                    .collect(Collectors.joining(", "));
            assertThat(flood.accepted().differences(MALL.database())).isEmpty();
            episode = episode.with(String.format(
                    Locale.ROOT,
                    "%.0f/s asked for, %d told to come back, half of them within %d ms; p95 %s",
                    asked,
                    refusals.size(),
                    median(refusals).toMillis(),
                    waits));
        }
        Figures after = usual();
        double peak = peak(peaksBefore, goodputs());
        FaultReport.add(episode.with(String.format(
                Locale.ROOT,
                "goodput %.1f/s of %.1f/s at the peak (%.0f %%); with the usual load p95 was %d ms before and is %d ms after it",
                episode.during().goodPerSecond(),
                peak,
                100 * episode.during().goodPerSecond() / peak,
                before.p95().toMillis(),
                after.p95().toMillis())));
        assertThat(episode.during().goodPerSecond()).isGreaterThanOrEqualTo(0.8 * peak);
        assertThat(median(refusals)).isLessThan(Duration.ofMillis(50));
        assertThat(episode.during().errorRatio()).isLessThan(0.01);
        assertThat(episode.browsing().p95()).isLessThan(Duration.ofSeconds(2));
        assertThat(after.errorRatio()).isZero();
        assertThat(after.p95()).isLessThan(before.p95().multipliedBy(2).plusMillis(200));
        MALL.awaitCalm();
    }

    private static List<Double> goodputs() {
        return CALM_CLIENTS.stream().map(OverloadTest::goodput).toList();
    }

    /**
     * The best of what numbers of shoppers get through on average before and after: a machine shared with others is not
     * equally fast at all times.
     */
    private static double peak(List<Double> before, List<Double> after) {
        return IntStream.range(0, CALM_CLIENTS.size())
                .mapToDouble(i -> (before.get(i) + after.get(i)) / 2)
                .max()
                .orElseThrow();
    }

    private static Duration median(List<Duration> sorted) {
        return sorted.isEmpty() ? Duration.ZERO : sorted.get(sorted.size() / 2);
    }

    /** What so many shoppers get through who ask again as soon as they have an answer. */
    private static double goodput(int clients) {
        try (Load load = Load.on(MALL).clients(clients).start()) {
            load.run(WARM_UP.plus(PEAK));
            double goodput = load.figures(WARM_UP, load.now()).goodPerSecond();
            load.stop();
            System.out.printf(Locale.ROOT, "Faults: %d clients get %.1f/s through%n", clients, goodput);
            return goodput;
        }
    }

    /** What the usual load is like; begins within ten seconds after the flood. */
    private static Figures usual() {
        try (Load load = Load.on(MALL).clients(6).perSecond(20).start()) {
            load.run(WARM_UP.plusSeconds(6));
            Figures figures = load.figures(WARM_UP, load.now());
            load.stop();
            return figures;
        }
    }
}
