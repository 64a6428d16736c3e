package org.gomall.platform.database;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.gomall.platform.process.SharedClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the clock of a process with a schema at the time of its database, which is the same for all of them. */
final class DatabaseTime implements DisposableBean {

    private static final long PAUSE_MILLIS = 10_000;
    private static final Logger log = LoggerFactory.getLogger(DatabaseTime.class);

    private final SharedClock clock;
    private final JdbcClient jdbc;
    private final Thread thread;

    /** Asks once before it returns: nothing of this process should be dated by a wrong clock. */
    DatabaseTime(SharedClock clock, JdbcClient jdbc) {
        this.clock = clock;
        this.jdbc = jdbc;
        ask();
        thread = new Thread(this::run, "database-time");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(PAUSE_MILLIS);
                ask();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** While the database is away the clock goes on by itself. */
    private void ask() {
        try {
            long begun = System.nanoTime();
            Instant now = jdbc.sql("SELECT UTC_TIMESTAMP(6)")
                    .query((row, n) -> row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC))
                    .single();
            clock.follow(now, Duration.ofNanos(System.nanoTime() - begun), "the database");
        } catch (RuntimeException e) {
            log.debug("the database does not tell the time: {}", e.toString());
        }
    }

    @Override
    public void destroy() {
        thread.interrupt();
    }
}
