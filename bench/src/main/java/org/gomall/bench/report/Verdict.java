package org.gomall.bench.report;

import java.util.List;

/** What to think of a run, in a sentence. */
final class Verdict {

    private Verdict() {}

    static String of(BenchReport report) {
        if (!report.isValid()) {
            return "Laws are broken, so that nothing counts: " + String.join("; ", report.violations());
        }
        if (report.quick()) {
            return "A try to see that everything works: the figures are noise.";
        }
        List<String> missed = report.ratios().stream()
                .filter(ratio -> !report.isReached(ratio))
                .map(Ratio::name)
                .toList();
        long reached = report.ratios().size() - missed.size();
        return "Every law holds. " + reached + " of " + report.ratios().size() + " goals are reached"
                + (missed.isEmpty() ? "." : "; not by " + String.join(", ", missed) + ".");
    }
}
