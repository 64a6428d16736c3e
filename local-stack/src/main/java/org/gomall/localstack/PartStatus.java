package org.gomall.localstack;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known about a part.
 *
 * @param kind SERVER or APPLICATION
 * @param state STOPPED, WAITING (for what it needs), STARTING, READY, RESTARTING, FAILED or PAUSED
 * @param pid empty while it does not run
 * @param port the port people look at
 * @param megabytes resident memory
 * @param restarts how often the supervisor had to start it again
 * @param failure why it failed, or empty
 */
public record PartStatus(
        String name,
        String kind,
        String state,
        Optional<Long> pid,
        int port,
        Optional<Instant> startedAt,
        long megabytes,
        int restarts,
        String failure) {

    public boolean isReady() {
        return state.equals("READY");
    }

    Optional<Duration> uptime() {
        return startedAt.map(start -> Duration.between(start, Instant.now()));
    }

    static PartStatus parse(String row) {
        String[] fields = row.split("\t", -1);
        return new PartStatus(
                fields[0],
                fields[1],
                fields[2],
                number(fields[3]),
                Integer.parseInt(fields[4]),
                number(fields[5]).map(Instant::ofEpochMilli),
                number(fields[6]).orElse(0L),
                Integer.parseInt(fields[7]),
                fields[8].replace('\u0001', '\n'));
    }

    private static Optional<Long> number(String field) {
        return field.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(field));
    }
}
