package org.gomall.web.ops.services;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Something that looks wrong, for a person on call.
 *
 * @param kind what it is; the page has a sentence for each
 * @param instance which one, or an empty string when it is about all
 * @param figure milliseconds of a slow one, percent of a failing one, refused calls a second of a limited one
 * @param detail in whose words, for bad rules
 */
record Finding(Kind kind, String application, String instance, long figure, String detail) {

    private static final double SLOW_MILLIS = 400;
    private static final double FAILING = 0.02;

    /** The worst first. */
    enum Kind {
        /** No instance is registered. */
        GONE,
        /** It does not tell its figures: frozen, overloaded, or its link is dead. */
        SILENT,
        /** Nacos hears nothing from it, or somebody took it out. */
        OUT,
        SLOW,
        FAILING,
        /** Its newest rules are bad and not in force. */
        RULES,
        /** Sentinel refuses calls. */
        LIMITED
    }

    /** What looks wrong in one application, the worst first. */
    static List<Finding> of(String application, List<ProcessFigures> instances) {
        List<Finding> findings = new ArrayList<>();
        if (instances.isEmpty()) {
            findings.add(new Finding(Kind.GONE, application, "", 0, ""));
        }
        for (ProcessFigures one : instances) {
            String name = one.instance();
            if (!one.answers()) {
                findings.add(new Finding(Kind.SILENT, application, name, 0, ""));
            } else if (!one.healthy()) {
                findings.add(new Finding(Kind.OUT, application, name, 0, ""));
            }
            if (one.qps() > 0 && one.p95Millis() > SLOW_MILLIS) {
                findings.add(new Finding(Kind.SLOW, application, name, Math.round(one.p95Millis()), ""));
            }
            if (one.errorRate() > FAILING) {
                findings.add(new Finding(Kind.FAILING, application, name, Math.round(one.errorRate() * 100), ""));
            }
            one.rules().stream()
                    .filter(rules -> rules.problem() != null)
                    .forEach(rules -> findings.add(
                            new Finding(Kind.RULES, application, name, 0, rules.kind() + ": " + rules.problem())));
            double refused = one.resources().stream()
                    .mapToDouble(ResourceFigures::blockQps)
                    .max()
                    .orElse(0);
            if (refused > 0) {
                findings.add(new Finding(Kind.LIMITED, application, name, (long) Math.ceil(refused), ""));
            }
        }
        findings.sort(Comparator.comparing(Finding::kind));
        return findings;
    }
}
