package org.gomall.platform.database;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.gomall.platform.process.RepeatedJob;
import org.gomall.platform.process.SharedClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the clock of a process with a schema at the time of its database, which is the same for all of them. */
final class DatabaseTime {

    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Logger log = LoggerFactory.getLogger(DatabaseTime.class);

    private final SharedClock clock;
    private final JdbcClient jdbc;

    private DatabaseTime(SharedClock clock, JdbcClient jdbc) {
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /**
     * Asks once before it returns: nothing of this process should be dated by a wrong clock. While the database is away the
     * clock goes on by itself.
     */
    static RepeatedJob kept(SharedClock clock, JdbcClient jdbc) {
        DatabaseTime time = new DatabaseTime(clock, jdbc);
        try {
            time.ask();
        } catch (RuntimeException e) {
            log.warn("the database does not tell the time yet: {}", e.toString());
        }
        return new RepeatedJob("database-time", () -> PAUSE, time::ask);
    }

    private void ask() {
        long begun = System.nanoTime();
        Instant now = jdbc.sql("SELECT UTC_TIMESTAMP(6)")
                .query((row, n) -> row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC))
                .single();
        clock.follow(now, Duration.ofNanos(System.nanoTime() - begun), "the database");
    }
}
