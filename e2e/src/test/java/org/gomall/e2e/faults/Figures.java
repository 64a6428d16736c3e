package org.gomall.e2e.faults;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What came of the requests that were sent within one window of time.
 *
 * @param perSecond requests sent
 * @param goodPerSecond requests that were answered as asked for, or refused by a rule of the business
 * @param errorRatio share of failures (50300, 50400, other 5xx, no answer), 0 to 1; 42900 is none
 * @param p50 half of the requests took no longer, failures included
 * @param slowest the longest wait of any client
 */
public record Figures(
        int requests,
        int ok,
        int refused,
        int busy,
        int unavailable,
        int errors,
        double perSecond,
        double goodPerSecond,
        double errorRatio,
        Duration p50,
        Duration p95,
        Duration p99,
        Duration slowest) {

    static Figures of(List<Sample> samples, Duration window) {
        double seconds = Math.max(0.001, window.toNanos() / 1e9);
        List<Duration> times = samples.stream().map(Sample::took).sorted().toList();
        int ok = count(samples, Outcome.OK);
        int refused = count(samples, Outcome.REFUSED);
        int unavailable = count(samples, Outcome.UNAVAILABLE);
        int errors = count(samples, Outcome.ERROR);
        return new Figures(
                samples.size(),
                ok,
                refused,
                count(samples, Outcome.BUSY),
                unavailable,
                errors,
                samples.size() / seconds,
                (ok + refused) / seconds,
                samples.isEmpty() ? 0 : (unavailable + errors) / (double) samples.size(),
                percentile(times, 0.50),
                percentile(times, 0.95),
                percentile(times, 0.99),
                percentile(times, 1));
    }

    /** Share of requests that did not fail, in percent. */
    public double availability() {
        return 100 * (1 - errorRatio);
    }

    private static int count(List<Sample> samples, Outcome outcome) {
        return (int)
                samples.stream().filter(sample -> sample.outcome() == outcome).count();
    }

    private static Duration percentile(List<Duration> sorted, double share) {
        if (sorted.isEmpty()) {
            return Duration.ZERO;
        }
        int index = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.max(0, index));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d requests, %.1f/s, %.2f %% available (%d unavailable, %d errors, %d busy, %d refused),"
                        + " p50 %d ms, p95 %d ms, p99 %d ms, slowest %d ms",
                requests,
                perSecond,
                availability(),
                unavailable,
                errors,
                busy,
                refused,
                p50.toMillis(),
                p95.toMillis(),
                p99.toMillis(),
                slowest.toMillis());
    }
}
