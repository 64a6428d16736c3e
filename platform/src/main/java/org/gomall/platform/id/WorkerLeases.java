package org.gomall.platform.id;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Table {@code id_worker}: who holds which worker number, by the database's clock. */
final class WorkerLeases {

    private static final int ATTEMPTS = 10;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final String owner;
    private final Workers workers;

    WorkerLeases(JdbcClient jdbc, TransactionTemplate transaction, String application) {
        this(jdbc, transaction, application, Workers.ALL);
    }

    WorkerLeases(JdbcClient jdbc, TransactionTemplate transaction, String application, Workers workers) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.owner = application + "/" + ProcessHandle.current().pid() + "/" + UUID.randomUUID();
        this.workers = workers;
    }

    /** The numbers that processes of this schema may have. */
    record Workers(int first, int last) {

        static final Workers ALL = new Workers(0, (1 << LeasedIds.WORKER_BITS) - 1);

        /** The share of one cell. */
        static Workers ofCell(int cell) {
            int each = 1 << (LeasedIds.WORKER_BITS - LeasedIds.CELL_BITS);
            return new Workers(cell * each, cell * each + each - 1);
        }
    }

    /**
     * A worker number held by this process.
     *
     * @param usedUntil last millisecond that earlier holders may have used
     * @param lastMillis last millisecond that this process may use
     */
    record Lease(int worker, long usedUntil, long lastMillis) {}

    /**
     * Takes a number whose lease has run out, or one that was never used.
     *
     * @throws IllegalStateException when none is free, or when the schema is another cell's
     */
    Lease acquire(long now, long lastMillis, Duration length) {
        refuseForeignSchema();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                Lease lease = transaction.execute(status -> tryAcquire(now, lastMillis, length));
                if (lease != null) {
                    return lease;
                }
            } catch (DuplicateKeyException e) {
                // Another process took this new number at the same moment; look again.
            }
        }
        throw new IllegalStateException("no worker number is free");
    }

    /** Two cells in one schema, or a cell whose earlier numbers tell another one, would lose orders from sight. */
    private void refuseForeignSchema() {
        jdbc.sql("SELECT worker FROM id_worker WHERE worker NOT BETWEEN ? AND ? ORDER BY worker LIMIT 1")
                .params(workers.first(), workers.last())
                .query(Integer.class)
                .optional()
                .ifPresent(foreign -> {
                    throw new IllegalStateException("this schema has given out numbers of worker " + foreign
                            + ", which is none of this cell (" + workers.first() + " to " + workers.last() + ")");
                });
    }

    private Lease tryAcquire(long now, long wanted, Duration length) {
        // A number whose past reaches into the future (its holder's clock was ahead) is the last choice.
        Optional<Lease> free = free(now, wanted, length);
        if (free.isEmpty()) {
            int worker = jdbc.sql("SELECT COALESCE(MAX(worker) + 1, ?) FROM id_worker")
                    .param(workers.first())
                    .query(Integer.class)
                    .single();
            if (worker <= workers.last()) {
                return insert(new Lease(worker, -1, wanted), length);
            }
            free = free(Long.MAX_VALUE, wanted, length);
        }
        free.ifPresent(lease -> take(lease, length));
        return free.orElse(null);
    }

    private Optional<Lease> free(long usedBefore, long wanted, Duration length) {
        return jdbc.sql("""
                        SELECT worker, used_until FROM id_worker
                        WHERE lease_until < UTC_TIMESTAMP(6) AND used_until < ?
                        ORDER BY used_until, worker LIMIT 1 FOR UPDATE SKIP LOCKED
                        """)
                .param(usedBefore)
                .query((row, n) -> {
                    long usedUntil = row.getLong(2);
                    return new Lease(row.getInt(1), usedUntil, Math.max(wanted, usedUntil + length.toMillis()));
                })
                .optional();
    }

    private Lease insert(Lease lease, Duration length) {
        jdbc.sql("""
                        INSERT INTO id_worker (worker, owner, lease_until, used_until)
                        VALUES (?, ?, UTC_TIMESTAMP(6) + INTERVAL ? SECOND, ?)
                        """)
                .params(lease.worker(), owner, length.toSeconds(), lease.lastMillis())
                .update();
        return lease;
    }

    private void take(Lease lease, Duration length) {
        jdbc.sql("""
                        UPDATE id_worker
                        SET owner = ?, used_until = ?, lease_until = UTC_TIMESTAMP(6) + INTERVAL ? SECOND
                        WHERE worker = ?
                        """)
                .params(owner, lease.lastMillis(), length.toSeconds(), lease.worker())
                .update();
    }

    /** Extends a lease; empty when it has run out (somebody else may have had the number since). */
    Optional<Lease> renew(Lease lease, long lastMillis, Duration length) {
        int rows = jdbc.sql("""
                        UPDATE id_worker SET used_until = ?, lease_until = UTC_TIMESTAMP(6) + INTERVAL ? SECOND
                        WHERE worker = ? AND owner = ? AND lease_until >= UTC_TIMESTAMP(6)
                        """)
                .params(lastMillis, length.toSeconds(), lease.worker(), owner)
                .update();
        return rows == 1 ? Optional.of(new Lease(lease.worker(), lease.usedUntil(), lastMillis)) : Optional.empty();
    }

    /** Gives the number back at once, with everything up to {@code usedUntil} used. */
    void release(Lease lease, long usedUntil) {
        jdbc.sql("""
                        UPDATE id_worker SET used_until = ?, lease_until = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND
                        WHERE worker = ? AND owner = ? AND lease_until >= UTC_TIMESTAMP(6)
                        """)
                .params(Math.max(usedUntil, lease.usedUntil()), lease.worker(), owner)
                .update();
    }
}
