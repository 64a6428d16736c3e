package org.gomall.order.reconciliation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gomall.api.ops.LawResult;
import org.gomall.api.ops.ReconciliationReport;
import org.gomall.api.ops.Violation;
import org.gomall.platform.process.RepeatedJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Looks whenever it is time to while the process lives, and keeps {@code gomall_reconciliation_violations} at what the last
 * report of any instance says.
 */
@Configuration(proxyBeanMethods = false)
class RegularLooks {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Bean
    RepeatedJob regularReconciliation(Reconciliation reconciliation, Reports reports, MeterRegistry meters) {
        MultiGauge violations = MultiGauge.builder("gomall.reconciliation.violations")
                .description("things that break a law and have had their time")
                .register(meters);
        return new RepeatedJob("reconciliation", () -> PAUSE, () -> {
            reconciliation.lookWhenDue();
            reports.last().ifPresent(report -> show(report, violations));
        });
    }

    private static void show(ReconciliationReport report, MultiGauge violations) {
        Map<String, Long> byLaw = report.laws().stream()
                .collect(Collectors.groupingBy(
                        LawResult::law, TreeMap::new, Collectors.summingLong(law -> law.violations().stream()
                                .filter(Violation::settled)
                                .count())));
        violations.register(
                byLaw.entrySet().stream()
                        .map(law -> MultiGauge.Row.of(Tags.of("law", law.getKey()), law.getValue()))
                        .collect(Collectors.toList()),
                true);
    }
}
