package org.gomall.bench.mall;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waiting for what takes a moment. */
public final class Retry {

    private static final Duration STEP = Duration.ofMillis(200);

    private Retry() {}

    /**
     * Asks until the answer is yes.
     *
     * @throws IllegalStateException with these words when it has not been yes in time
     */
    public static void until(Duration within, BooleanSupplier question, String otherwise) {
        Instant end = Instant.now().plus(within);
        while (!question.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException(otherwise + " within " + within.toSeconds() + " s");
            }
            pause(STEP);
        }
    }

    /** Does nothing for a while. */
    public static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
