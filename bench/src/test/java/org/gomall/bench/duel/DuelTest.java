package org.gomall.bench.duel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.gomall.bench.load.Slice;
import org.gomall.bench.report.Ratio;
import org.junit.jupiter.api.Test;

/** Loads here say what they have done without doing it. */
class DuelTest {

    private static final Effort EFFORT = new Effort(
            Duration.ofSeconds(5), 5, Duration.ofSeconds(3), 2, 0.05, 10, Duration.ZERO, Duration.ofSeconds(1), 1);

    private final List<String> order = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private int windows;

    private static Slice slice(Duration length, double perSecond, long failed) {
        return new Slice(
                Math.round(perSecond * length.toSeconds()), failed, length, new Histogram(1_000_000_000L, 2), "");
    }

    private Duel.Outcome duel(Load ours, Load reference) {
        CpuMeter nothing = new CpuMeter(Map::of);
        return new Duel(
                        new Side("ours", ours, () -> order.add("prepared")),
                        new Side("theirs", reference),
                        EFFORT,
                        nothing,
                        told::add)
                .run();
    }

    @Test
    void takes_turns_so_that_neither_is_always_first() {
        duel(
                length -> {
                    order.add(length.toSeconds() == 5 ? "A" : "a");
                    return slice(length, 100, 0);
                },
                length -> {
                    order.add(length.toSeconds() == 5 ? "B" : "b");
                    return slice(length, 200, 0);
                });

        order.removeIf("prepared"::equals);
        assertThat(String.join("", order)).isEqualTo("abababab" + "ABBA".repeat(5));
    }

    @Test
    void prepares_a_side_before_each_of_its_slices() {
        duel(length -> slice(length, 100, 0), length -> slice(length, 200, 0));

        assertThat(order).hasSize(4 + 10);
    }

    @Test
    void what_drifts_evenly_leaves_the_ratio_alone() {
        double[] machine = {1};
        Duel.Outcome outcome = duel(
                length -> slice(length, 10_000 * (machine[0] -= length.toSeconds() == 5 ? 0.01 : 0), 0),
                length -> slice(length, 20_000 * (machine[0] -= length.toSeconds() == 5 ? 0.01 : 0), 0));

        Ratio ratio = new Ratio("x", "x", 0.5, outcome);
        assertThat(outcome.rounds()).hasSize(5);
        assertThat(ratio.spread().median()).isBetween(0.499, 0.501);
        assertThat(ratio.spread().width()).isLessThan(0.005);
        assertThat(ratio.doubts()).isEmpty();
    }

    @Test
    void waits_until_both_are_warm_and_counts_nothing_of_that() {
        Duel.Outcome outcome = duel(
                length -> slice(length, length.toSeconds() == 5 ? 400 : Math.min(400, 100 * ++windows), 0),
                length -> slice(length, 800, 0));

        assertThat(windows).isEqualTo(7);
        assertThat(outcome.steady()).isTrue();
        assertThat(outcome.ourWork().slice().done()).isEqualTo(400 * 5 * 10);
        assertThat(told).last().asString().contains("round 5 of 5").contains("ratio 0.500");
    }

    @Test
    void says_so_when_it_never_became_steady_or_something_failed() {
        Duel.Outcome outcome = duel(length -> slice(length, 100 * ++windows, 0), length -> slice(length, 100, 50));

        assertThat(outcome.steady()).isFalse();
        assertThat(new Ratio("x", "x", 0.5, outcome).doubts())
                .hasSize(2)
                .anyMatch(doubt -> doubt.contains("steady"))
                .anyMatch(doubt -> doubt.contains("of theirs failed"));
    }

    @Test
    void a_yardstick_that_stands_still_proves_nothing() {
        Duel.Outcome outcome = duel(length -> slice(length, 100, 0), length -> slice(length, 0, 7));

        assertThat(new Ratio("x", "x", 0.5, outcome).spread().median()).isZero();
    }
}
