package org.gomall.platform.messaging;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.gomall.platform.id.Ids;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables {@code inbox} and {@code dead_letter}: what was handled, and what could not be. */
final class InboxTable {

    /** Longer than the broker keeps any message (three days by default). */
    private static final int DAYS_KEPT = 7;

    private static final int DELETED_AT_ONCE = 1_000;
    private static final int LONGEST_ERROR = 1_000;

    private final JdbcClient jdbc;
    private final JdbcOperations batch;
    private final Ids ids;

    InboxTable(JdbcClient jdbc, JdbcOperations batch, Ids ids) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.ids = ids;
    }

    /** Notes that the handler has handled the event; false if it had before. */
    boolean add(String handler, Delivery delivery) {
        try {
            jdbc.sql("""
                            INSERT INTO inbox (handler, source, event_id, handled_at)
                            VALUES (?, ?, ?, UTC_TIMESTAMP(6))
                            """).params(handler, delivery.source(), delivery.eventId()).update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    boolean contains(String handler, Delivery delivery) {
        return jdbc.sql("SELECT 1 FROM inbox WHERE handler = ? AND source = ? AND event_id = ?")
                .params(handler, delivery.source(), delivery.eventId())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Keeps an event that could not be handled. */
    void bury(String handler, Delivery delivery, Throwable error, int attempts) {
        String text = error.toString();
        try {
            jdbc.sql("""
                            INSERT INTO dead_letter (letter_id, handler, topic, tag, source, event_id, body, trace_id,
                                error, attempts, failed_at)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6))
                            """)
                    .params(
                            ids.next(),
                            handler,
                            delivery.topic(),
                            delivery.tag(),
                            delivery.source(),
                            delivery.eventId(),
                            delivery.body(),
                            delivery.traceId(),
                            text.length() > LONGEST_ERROR ? text.substring(0, LONGEST_ERROR) : text,
                            attempts)
                    .update();
        } catch (DuplicateKeyException e) {
            // Buried before; the broker just did not hear our answer.
        }
    }

    List<DeadLetter> letters(int limit, int offset) {
        return jdbc.sql(LETTER + " ORDER BY letter_id DESC LIMIT ? OFFSET ?")
                .params(limit, offset)
                .query(InboxTable::letter)
                .list();
    }

    long letterCount() {
        return jdbc.sql("SELECT COUNT(*) FROM dead_letter").query(Long.class).single();
    }

    /** Locks a letter for the current transaction. */
    Optional<DeadLetter> lockLetter(long letterId) {
        return jdbc.sql(LETTER + " WHERE letter_id = ? FOR UPDATE")
                .param(letterId)
                .query(InboxTable::letter)
                .optional();
    }

    Optional<DeadLetter> letter(long letterId) {
        return jdbc.sql(LETTER + " WHERE letter_id = ?")
                .param(letterId)
                .query(InboxTable::letter)
                .optional();
    }

    void deleteLetter(long letterId) {
        jdbc.sql("DELETE FROM dead_letter WHERE letter_id = ?").param(letterId).update();
    }

    /**
     * Drops entries that no redelivery can ask for any more, a few at a time, one by one through the primary key: a
     * scan would wait for entries that are just being written.
     */
    void forgetOld() {
        List<Object[]> old = jdbc.sql("""
                        SELECT handler, source, event_id FROM inbox
                        WHERE handled_at < UTC_TIMESTAMP(6) - INTERVAL ? DAY LIMIT ?
                        """)
                .params(DAYS_KEPT, DELETED_AT_ONCE)
                .query((row, n) -> new Object[] {row.getString(1), row.getString(2), row.getLong(3)})
                .list();
        batch.batchUpdate("DELETE FROM inbox WHERE handler = ? AND source = ? AND event_id = ?", old);
    }

    private static final String LETTER = """
            SELECT letter_id, handler, topic, tag, source, event_id, body, trace_id, error, attempts, failed_at
            FROM dead_letter""";

    private static DeadLetter letter(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new DeadLetter(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getInt(10),
                row.getObject(11, LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }
}
