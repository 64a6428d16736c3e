package org.gomall.web.ops.services;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One application with its instances.
 *
 * @param qps of all instances together
 * @param p95Millis of the slowest instance
 * @param errorRate share of faults among the requests of all instances
 * @param refused calls refused by rules in the last ten minutes, over all instances
 * @param findings what looks wrong; empty when all is well
 */
record ServiceFigures(
        String application,
        double qps,
        double p95Millis,
        double errorRate,
        long refused,
        List<Finding> findings,
        List<ProcessFigures> instances) {

    private static final String WELL = "WELL";

    static ServiceFigures of(String application, List<ProcessFigures> all) {
        List<ProcessFigures> instances = all.stream()
                .filter(process -> process.application().equals(application))
                .toList();
        double qps = instances.stream().mapToDouble(ProcessFigures::qps).sum();
        double faults = instances.stream()
                .mapToDouble(process -> process.errorRate() * process.qps())
                .sum();
        return new ServiceFigures(
                application,
                qps,
                instances.stream().mapToDouble(ProcessFigures::p95Millis).max().orElse(0),
                qps > 0 ? faults / qps : 0,
                instances.stream()
                        .flatMap(process -> process.resources().stream())
                        .mapToLong(resource -> resource.refusals().count())
                        .sum(),
                Finding.of(application, all),
                instances);
    }

    /** The worst of what looks wrong, or WELL. */
    public String state() {
        return findings.isEmpty() ? WELL : findings.get(0).kind().name();
    }

    /** The same for one of its instances. */
    public String stateOf(ProcessFigures one) {
        return findings.stream()
                .filter(finding -> finding.instance().equals(one.instance()))
                .findFirst()
                .map(finding -> finding.kind().name())
                .orElse(WELL);
    }

    /** Instances that tell their figures. */
    public long answering() {
        return instances.stream().filter(ProcessFigures::answers).count();
    }

    /** What runs; several versions side by side during a release. */
    public String versions() {
        return instances.stream()
                .map(ProcessFigures::version)
                .filter(version -> !version.isEmpty())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** Of the slowest instance, with the two digits that it is worth. */
    public long roundedP95() {
        return Rounded.millis(p95Millis);
    }
}
