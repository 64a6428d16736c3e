package org.gomall.platform.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gomall.api.ops.LawResult;
import org.gomall.api.ops.LawStatus;
import org.gomall.api.ops.ReconciliationReport;
import org.gomall.api.ops.Violation;

/**
 * Tells what is broken from what is only under way: something that breaks a law counts when it has been seen with the same
 * values for as long as the law allows.
 */
public final class Judgement {

    private Judgement() {}

    /**
     * Judges the findings of a look.
     *
     * @param before the report of the look before, or null
     * @param now when this look began
     */
    public static List<LawResult> of(List<Finding> findings, ReconciliationReport before, Instant now) {
        Map<String, Instant> seen = new HashMap<>();
        if (before != null) {
            before.laws().forEach(law -> law.violations()
                    .forEach(violation -> seen.put(name(law.key(), violation.what()), violation.since())));
        }
        return findings.stream()
                .map(finding -> result(finding, before, seen, now))
                .toList();
    }

    /** How long until something that is under way has used up its time; empty when nothing is. */
    public static Optional<Duration> nextLook(List<Law> laws, List<LawResult> results, Instant now) {
        Map<String, Duration> grace = new HashMap<>();
        laws.forEach(law -> grace.put(law.key(), law.grace()));
        return results.stream()
                .flatMap(result -> result.violations().stream()
                        .filter(violation -> !violation.settled())
                        .map(violation -> Duration.between(
                                now, violation.since().plus(grace.getOrDefault(result.key(), Duration.ZERO)))))
                .min(Duration::compareTo);
    }

    private static LawResult result(
            Finding finding, ReconciliationReport before, Map<String, Instant> seen, Instant now) {
        Law law = finding.law();
        if (finding.problem() != null) {
            return new LawResult(
                    law.code(),
                    law.key(),
                    law.title(),
                    LawStatus.UNCHECKED,
                    known(law, before),
                    law.remedy(),
                    finding.problem());
        }
        List<Violation> violations = finding.rows().stream()
                .map(row -> {
                    Instant since = seen.getOrDefault(name(law.key(), row), now);
                    return new Violation(row, since, !since.plus(law.grace()).isAfter(now));
                })
                .toList();
        return new LawResult(law.code(), law.key(), law.title(), status(violations), violations, law.remedy(), null);
    }

    private static LawStatus status(List<Violation> violations) {
        if (violations.stream().anyMatch(Violation::settled)) {
            return LawStatus.VIOLATED;
        }
        return violations.isEmpty() ? LawStatus.HOLDS : LawStatus.SETTLING;
    }

    /** What could not be looked at is what it was. */
    private static List<Violation> known(Law law, ReconciliationReport before) {
        return before == null
                ? List.of()
                : before.laws().stream()
                        .filter(result -> result.key().equals(law.key()))
                        .findFirst()
                        .map(LawResult::violations)
                        .orElse(List.of());
    }

    private static String name(String law, Map<String, String> what) {
        return law + what;
    }
}
