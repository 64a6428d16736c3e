package org.gomall.bench.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a run of the benchmarks showed.
 *
 * @param quick whether it was only a try: its figures are noise
 * @param facts machine, versions and the like, in the order in which they are shown
 * @param anatomy null when no order was taken apart
 * @param trace the steps of one order; empty when none was traced
 * @param growth null when it was not measured
 * @param violations of the laws, once everything was calm again; then the run scores nothing
 * @param troubles what could not be measured, and why
 */
public record BenchReport(
        Instant startedAt,
        boolean quick,
        Map<String, String> facts,
        List<Ratio> ratios,
        List<Curve> curves,
        Anatomy anatomy,
        List<Step> trace,
        List<Start> starts,
        Growth growth,
        List<String> violations,
        List<String> troubles) {

    /** The goal for a start, in seconds until the first paid order. */
    public static final double START_GOAL = 60;

    /** Whether the figures count at all. */
    public boolean isValid() {
        return violations.isEmpty();
    }

    /** The figure of a ratio: nothing counts when a law is broken. */
    public double score(Ratio ratio) {
        return isValid() ? ratio.spread().median() : 0;
    }

    /** Whether a ratio has reached its goal. */
    public boolean isReached(Ratio ratio) {
        return score(ratio) >= ratio.goal();
    }
}
