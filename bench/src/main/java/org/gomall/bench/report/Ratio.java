package org.gomall.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gomall.bench.duel.Duel;
import org.gomall.bench.duel.Work;
import org.gomall.bench.stats.Round;
import org.gomall.bench.stats.Spread;

/**
 * One ratio of the table.
 *
 * @param name as on the command line
 * @param words what is compared with what
 * @param goal at least
 */
public record Ratio(String name, String words, double goal, Duel.Outcome outcome) {

    /** Above this share of failures a throughput says nothing. */
    private static final double MOST_FAILED = 0.01;

    public Spread spread() {
        return Spread.of(outcome.rounds().stream().map(Round::ratio).toList());
    }

    /** Why this figure must not be used; empty when it may be. */
    public List<String> doubts() {
        List<String> doubts = new ArrayList<>();
        if (!outcome.steady()) {
            doubts.add("the warm-up did not become steady");
        }
        doubt(doubts, outcome.ours(), outcome.ourWork());
        doubt(doubts, outcome.reference(), outcome.referenceWork());
        return doubts;
    }

    private static void doubt(List<String> doubts, String side, Work work) {
        if (work.failedShare() > MOST_FAILED) {
            doubts.add(String.format(
                    Locale.ROOT,
                    "%.1f %% of %s failed (%s)",
                    work.failedShare() * 100,
                    side,
                    work.slice().failure()));
        }
    }
}
