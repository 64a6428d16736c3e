package org.gomall.order.reconciliation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.ops.LawResult;
import org.gomall.api.ops.LawStatus;
import org.gomall.api.ops.ReconciliationReport;
import org.gomall.platform.config.LiveSettings;
import org.gomall.platform.reconciliation.Audit;
import org.gomall.platform.reconciliation.Finding;
import org.gomall.platform.reconciliation.Judgement;
import org.gomall.platform.reconciliation.Law;
import org.gomall.platform.reconciliation.Laws;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks at all laws, one instance at a time, and says aloud what is broken. */
@Component
class Reconciliation {

    private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

    private static final Duration PER_LAW = Duration.ofSeconds(30);

    /** Looking takes a twentieth of the time at the most, however large the schemas are. */
    private static final int REST = 20;

    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final long POLL_MS = 200;

    private final Reports reports;
    private final AuditAccount account;
    private final LiveSettings settings;
    private final Clock clock;

    Reconciliation(Reports reports, AuditAccount account, LiveSettings settings, Clock clock) {
        this.reports = reports;
        this.account = account;
        this.settings = settings;
        this.clock = clock;
    }

    /** How often to look without being asked; zero for never. */
    Duration interval() {
        return settings.duration("gomall.reconciliation.interval", Duration.ofMinutes(5));
    }

    /** Looks if it is time to. */
    void lookWhenDue() {
        String owner = UUID.randomUUID().toString();
        if (!interval().isZero() && reports.takeWhenDue(owner)) {
            look(owner);
        }
    }

    /** Looks now, or waits for a look that is under way. */
    ReconciliationReport lookNow() {
        String owner = UUID.randomUUID().toString();
        if (reports.take(owner)) {
            return look(owner);
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (reports.isTaken()) {
            if (System.nanoTime() - deadline > 0) {
                throw new BusinessException(ErrorCode.TIMEOUT);
            }
            try {
                Thread.sleep(POLL_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BusinessException(ErrorCode.TIMEOUT);
            }
        }
        return reports.last().orElseThrow(Reconciliation::unavailable);
    }

    private ReconciliationReport look(String owner) {
        Instant start = clock.instant();
        List<Law> laws = Laws.all();
        List<LawResult> results;
        try (Connection connection = account.connection()) {
            List<Finding> findings = Audit.run(connection, laws, PER_LAW);
            results = Judgement.of(findings, reports.last().orElse(null), start);
        } catch (SQLException e) {
            log.warn("reconciliation cannot read the schemas: {}", e.toString());
            reports.giveUp(owner, interval());
            throw unavailable();
        }
        Instant end = clock.instant();
        long took = Duration.between(start, end).toMillis();
        ReconciliationReport report = new ReconciliationReport(start, end, took, results);
        reports.finish(owner, report, pause(laws, report));
        say(report);
        return report;
    }

    private Duration pause(List<Law> laws, ReconciliationReport report) {
        Optional<Duration> next = Judgement.nextLook(laws, report.laws(), report.finishedAt());
        Duration pause = next.filter(soon -> soon.compareTo(interval()) < 0).orElse(interval());
        Duration rest = Duration.ofMillis(report.tookMillis()).multipliedBy(REST);
        Duration longer = pause.compareTo(rest) < 0 ? rest : pause;
        return longer.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : longer;
    }

    private static void say(ReconciliationReport report) {
        if (report.violated()) {
            log.error(
                    "reconciliation: {}",
                    report.laws().stream()
                            .filter(law -> law.status() == LawStatus.VIOLATED)
                            .map(law -> law.law() + " (" + law.key() + ") is broken by "
                                    + law.violations().size() + ", first "
                                    + law.violations().get(0).what())
                            .collect(Collectors.joining("; ")));
        }
        report.laws().stream()
                .filter(law -> law.status() == LawStatus.UNCHECKED)
                .forEach(law -> log.warn("reconciliation: {} could not be checked: {}", law.key(), law.problem()));
    }

    private static BusinessException unavailable() {
        return new BusinessException(
                ErrorCode.UNAVAILABLE, ErrorCode.UNAVAILABLE.defaultMessage(), Map.of("retryAfterSeconds", 3));
    }
}
