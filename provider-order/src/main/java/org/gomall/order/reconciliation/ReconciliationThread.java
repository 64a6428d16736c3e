package org.gomall.order.reconciliation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gomall.api.ops.LawResult;
import org.gomall.api.ops.ReconciliationReport;
import org.gomall.api.ops.Violation;
import org.gomall.platform.tracing.TraceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks whenever it is time to while the process lives, and keeps {@code gomall_reconciliation_violations} at what the last
 * report of any instance says.
 */
@Component
class ReconciliationThread implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ReconciliationThread.class);
    private static final int STOP_MS = 2_000;
    private static final long PAUSE_MS = 1_000;

    private final Reconciliation reconciliation;
    private final Reports reports;
    private final MultiGauge violations;
    private volatile Thread thread;

    ReconciliationThread(Reconciliation reconciliation, Reports reports, MeterRegistry meters) {
        this.reconciliation = reconciliation;
        this.reports = reports;
        this.violations = MultiGauge.builder("gomall.reconciliation.violations")
                .description("things that break a law and have had their time")
                .register(meters);
    }

    @Override
    public void start() {
        Thread started = new Thread(this::run, "reconciliation");
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        Thread stopped = thread;
        thread = null;
        if (stopped != null) {
            stopped.interrupt();
            try {
                stopped.join(STOP_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (Thread.currentThread() == thread) {
            try {
                Thread.sleep(PAUSE_MS);
                TraceId.run(TraceId.create(), reconciliation::lookWhenDue);
                reports.last().ifPresent(this::show);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("reconciliation failed and is tried again: {}", e.toString());
            }
        }
    }

    private void show(ReconciliationReport report) {
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
