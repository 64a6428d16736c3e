package org.gomall.web.ops.services;

import java.util.List;

/**
 * One application with its instances.
 *
 * @param qps of all instances together
 * @param p95Millis of the slowest instance
 * @param errorRate share of faults among the requests of all instances
 * @param findings what looks wrong; empty when all is well
 */
record ServiceFigures(
        String application,
        double qps,
        double p95Millis,
        double errorRate,
        List<Finding> findings,
        List<ProcessFigures> instances) {

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
                Finding.of(application, instances),
                instances);
    }
}
