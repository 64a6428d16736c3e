package org.gomall.platform.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;
import org.gomall.platform.id.Ids;
import org.gomall.platform.tracing.Spans;
import org.gomall.platform.tracing.TraceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** {@link Outbox} over table {@code outbox}. */
final class OutboxTable implements Outbox {

    /** RocketMQ's timer holds a message for three days by default; what is further away waits here until one day before. */
    private static final Duration TIMER_REACH = Duration.ofDays(1);

    private static final int ROWS_AT_ONCE = 100;

    private static final String INSERT =
            "INSERT INTO outbox (id, topic, tag, body, trace_id, created_at, send_at, deliver_at) VALUES ";

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;
    private final Runnable afterCommit;

    OutboxTable(JdbcClient jdbc, Ids ids, Clock clock, Runnable afterCommit) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.afterCommit = afterCommit;
    }

    /**
     * An event on its way to the broker.
     *
     * @param trace a trace id, or a place in a trace ({@code TraceParent})
     */
    record Row(long id, String topic, String tag, String body, String trace, Instant deliverAt) {}

    @Override
    public void publish(String topic, Object event) {
        insert(topic, event, null);
    }

    @Override
    public void publish(String topic, Object event, Instant deliverAt) {
        insert(topic, event, deliverAt);
    }

    private void insert(String topic, Object event, Instant deliverAt) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an event is published inside the transaction that makes it true");
        }
        // When to send is reckoned from the database's clock: the relay that sends may run in another process.
        long waitMicros = deliverAt == null ? 0 : microsUntil(deliverAt.minus(TIMER_REACH));
        String tag = event.getClass().getSimpleName();
        pending().add(new New(ids.next(), topic, tag, EventJson.write(event), place(), waitMicros, deliverAt));
    }

    /** Where in which trace this event came to be: with spans the exact place, else the trace alone. */
    private static String place() {
        String parent = Spans.currentParent();
        return parent.isEmpty() ? TraceId.current() : parent;
    }

    private long microsUntil(Instant instant) {
        Duration wait = Duration.between(clock.instant(), instant);
        return wait.isNegative() ? 0 : wait.toNanos() / 1_000;
    }

    /** The events of the current transaction. */
    private Pending pending() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Pending.class::isInstance)
                .map(Pending.class::cast)
                .findFirst()
                .orElseGet(() -> {
                    Pending first = new Pending();
                    TransactionSynchronizationManager.registerSynchronization(first);
                    return first;
                });
    }

    private void write(List<New> events) {
        List<Object> values = new ArrayList<>();
        StringJoiner rows = new StringJoiner(", ", INSERT, "");
        for (New event : events) {
            values.addAll(List.of(event.id(), event.topic(), event.tag(), event.body(), event.trace()));
            if (event.deliverAt() == null) {
                rows.add("(?, ?, ?, ?, ?, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), NULL)");
            } else {
                rows.add("(?, ?, ?, ?, ?, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) + INTERVAL ? MICROSECOND, ?)");
                values.add(event.waitMicros());
                values.add(LocalDateTime.ofInstant(event.deliverAt(), ZoneOffset.UTC));
            }
        }
        jdbc.sql(rows.toString()).params(values).update();
    }

    /** Locks the oldest rows that are due and that no other relay has. */
    List<Row> lockDue(int most) {
        return jdbc.sql("""
                        SELECT id, topic, tag, body, trace_id, deliver_at FROM outbox FORCE INDEX (outbox_due)
                        WHERE send_at <= UTC_TIMESTAMP(6) ORDER BY send_at LIMIT ? FOR UPDATE SKIP LOCKED
                        """)
                .param(most)
                .query((row, n) -> {
                    LocalDateTime deliverAt = row.getObject(6, LocalDateTime.class);
                    return new Row(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            deliverAt == null ? null : deliverAt.toInstant(ZoneOffset.UTC));
                })
                .list();
    }

    /** Whether a row is due; locks nothing. */
    boolean anyDue() {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM outbox WHERE send_at <= UTC_TIMESTAMP(6))")
                .query(Boolean.class)
                .single();
    }

    /** Through the primary key, and by nothing else: a scan of the table would wait for the rows of other relays. */
    void delete(List<Long> sent) {
        jdbc.sql("DELETE o FROM outbox o FORCE INDEX (PRIMARY) WHERE o.id IN ("
                        + String.join(", ", Collections.nCopies(sent.size(), "?")) + ")")
                .params(sent)
                .update();
    }

    /** How many rows are due, and for how long the oldest one has been. */
    Backlog backlog() {
        return jdbc.sql("""
                        SELECT COUNT(*), COALESCE(TIMESTAMPDIFF(MICROSECOND, MIN(send_at), UTC_TIMESTAMP(6)), 0)
                        FROM outbox WHERE send_at <= UTC_TIMESTAMP(6)
                        """)
                .query((row, n) -> new Backlog(row.getLong(1), Duration.ofNanos(row.getLong(2) * 1_000)))
                .single();
    }

    /** What waits for the broker. */
    record Backlog(long rows, Duration oldest) {}

    /** An event that is not written yet. */
    private record New(
            long id, String topic, String tag, String body, String trace, long waitMicros, Instant deliverAt) {}

    /**
     * The events of one transaction, written by one statement (of a hundred rows at most) right before it commits. Rolled
     * back, they are never written.
     */
    private final class Pending implements TransactionSynchronization {

        private final List<New> events = new ArrayList<>();
        private boolean due;
        private boolean committing;

        void add(New event) {
            due |= event.waitMicros() == 0;
            if (committing) {
                write(List.of(event));
            } else {
                events.add(event);
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            committing = true;
            for (int from = 0; from < events.size(); from += ROWS_AT_ONCE) {
                write(events.subList(from, Math.min(events.size(), from + ROWS_AT_ONCE)));
            }
        }

        @Override
        public void afterCommit() {
            if (due) {
                afterCommit.run();
            }
        }
    }
}
