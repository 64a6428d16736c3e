package org.gomall.order.reconciliation;

import java.time.Duration;
import java.util.Optional;
import org.gomall.api.ops.ReconciliationReport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code reconciliation}: the last report, and whose turn it is to look. Times are those of the database. */
@Component
class Reports {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Longer than any look takes. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;

    Reports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the lease, if nobody has it and it is time to look again. */
    boolean takeWhenDue(String owner) {
        return take(owner, " AND next_at <= UTC_TIMESTAMP(6)");
    }

    /** Takes the lease, if nobody has it. */
    boolean take(String owner) {
        return take(owner, "");
    }

    private boolean take(String owner, String condition) {
        return jdbc.sql("""
                                UPDATE reconciliation
                                SET owner = ?, lease_until = UTC_TIMESTAMP(6) + INTERVAL ? SECOND
                                WHERE name = 'LATEST' AND lease_until <= UTC_TIMESTAMP(6)
                                """ + condition).params(owner, LEASE.toSeconds()).update() == 1;
    }

    /** Gives the lease back with what was found; without effect when the lease was lost meanwhile. */
    void finish(String owner, ReconciliationReport report, Duration pause) {
        jdbc.sql("""
                        UPDATE reconciliation
                        SET report = ?, lease_until = UTC_TIMESTAMP(6),
                            next_at = UTC_TIMESTAMP(6) + INTERVAL ? MICROSECOND
                        WHERE name = 'LATEST' AND owner = ?
                        """)
                .params(JSON.writeValueAsString(report), pause.toNanos() / 1_000, owner)
                .update();
    }

    /** Gives the lease back without a report. */
    void giveUp(String owner, Duration pause) {
        jdbc.sql("""
                        UPDATE reconciliation
                        SET lease_until = UTC_TIMESTAMP(6), next_at = UTC_TIMESTAMP(6) + INTERVAL ? MICROSECOND
                        WHERE name = 'LATEST' AND owner = ?
                        """).params(pause.toNanos() / 1_000, owner).update();
    }

    /** Whether somebody is looking now. */
    boolean isTaken() {
        return jdbc.sql("SELECT lease_until > UTC_TIMESTAMP(6) FROM reconciliation WHERE name = 'LATEST'")
                .query(Boolean.class)
                .single();
    }

    Optional<ReconciliationReport> last() {
        return jdbc.sql("SELECT report FROM reconciliation WHERE name = 'LATEST' AND report IS NOT NULL")
                .query(String.class)
                .optional()
                .map(report -> JSON.readValue(report, ReconciliationReport.class));
    }
}
