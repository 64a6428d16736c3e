package org.gomall.web.ops.services;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Something that looks wrong, for a person on call.
 *
 * @param kind what it is; the page has a sentence for each
 * @param instance which one, or an empty string when it is about all
 * @param figure milliseconds of a slow one, percent of a failing one, refused calls a second of a limited one
 * @param detail the kind of rules and what is wrong with bad ones; of a slow one the resource that is slowest, of a limited
 *     one the kind of rule and the resource that is refused most
 * @param waitsFor the application that a slow one spends its time on, or an empty string when it is slow by itself
 */
record Finding(Kind kind, String application, String instance, long figure, String detail, String waitsFor) {

    private static final double SLOW_MILLIS = 400;
    private static final double FAILING = 0.02;
    private static final double MOST_OF_IT = 0.5;

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

    /** The worst first; who is slow only because another one is comes after that one. */
    static Comparator<Finding> worstFirst() {
        return Comparator.comparing(Finding::kind).thenComparing(finding -> !finding.waitsFor.isEmpty());
    }

    /**
     * What looks wrong in one application, the worst first.
     *
     * @param all the instances of all applications, to tell who waits for whom
     */
    static List<Finding> of(String application, List<ProcessFigures> all) {
        List<ProcessFigures> instances = all.stream()
                .filter(process -> process.application().equals(application))
                .toList();
        List<Finding> findings = new ArrayList<>();
        if (instances.isEmpty()) {
            findings.add(new Finding(Kind.GONE, application, "", 0, "", ""));
        }
        instances.forEach(one -> note(one, all, findings));
        findings.sort(worstFirst());
        return findings;
    }

    private static void note(ProcessFigures one, List<ProcessFigures> all, List<Finding> findings) {
        if (!one.answers()) {
            findings.add(plain(Kind.SILENT, one, 0, ""));
        } else if (!one.healthy()) {
            findings.add(plain(Kind.OUT, one, 0, ""));
        }
        if (one.qps() > 0 && one.p95Millis() > SLOW_MILLIS) {
            findings.add(slow(one, all));
        }
        if (one.errorRate() > FAILING) {
            findings.add(plain(Kind.FAILING, one, Math.round(one.errorRate() * 100), ""));
        }
        one.rules().stream()
                .filter(rules -> rules.problem() != null)
                .forEach(rules -> findings.add(plain(Kind.RULES, one, 0, rules.kind() + ": " + rules.problem())));
        one.resources().stream()
                .filter(resource -> resource.blockQps() > 0)
                .max(Comparator.comparingDouble(ResourceFigures::blockQps))
                .ifPresent(most -> findings.add(plain(
                        Kind.LIMITED, one, (long) Math.ceil(most.blockQps()), rule(most) + ": " + most.shortName())));
    }

    /** The kind of rule that has refused it last. */
    private static String rule(ResourceFigures resource) {
        return resource.refused().stream()
                .min(Comparator.comparingLong(ResourceFigures.Refused::secondsAgo))
                .map(ResourceFigures.Refused::rule)
                .orElse("flow");
    }

    /** Slow by itself, or because of an outgoing call that takes most of the time. */
    private static Finding slow(ProcessFigures one, List<ProcessFigures> all) {
        Optional<ResourceFigures> own = slowest(one, ResourceFigures::incoming);
        Optional<ResourceFigures> other = slowest(one, resource -> !resource.incoming())
                .filter(call -> call.avgRtMillis()
                        >= MOST_OF_IT * own.map(ResourceFigures::avgRtMillis).orElse(0.0));
        String callee =
                other.flatMap(call -> whoAnswers(call.resource(), one, all)).orElse("");
        return new Finding(
                Kind.SLOW,
                one.application(),
                one.instance(),
                Rounded.millis(one.p95Millis()),
                (callee.isEmpty() ? own : other).map(ResourceFigures::shortName).orElse(""),
                callee);
    }

    private static Optional<ResourceFigures> slowest(ProcessFigures one, Predicate<ResourceFigures> which) {
        return one.resources().stream()
                .filter(which)
                .filter(resource -> resource.passQps() > 0)
                .min(ResourceFigures.slowestFirst());
    }

    private static Optional<String> whoAnswers(String resource, ProcessFigures caller, List<ProcessFigures> all) {
        return all.stream()
                .filter(process -> !process.application().equals(caller.application()))
                .filter(process -> process.resources().stream()
                        .anyMatch(each -> each.incoming() && each.resource().equals(resource)))
                .map(ProcessFigures::application)
                .findFirst();
    }

    private static Finding plain(Kind kind, ProcessFigures one, long figure, String detail) {
        return new Finding(kind, one.application(), one.instance(), figure, detail, "");
    }

    /** Whether the mall suffers; rules that refuse calls do what they are there for. */
    public boolean bad() {
        return kind != Kind.LIMITED && waitsFor.isEmpty();
    }
}
