package org.gomall.platform.test;

import java.time.Duration;

/** Waits for what happens in the background. */
public final class Eventually {

    private static final long PAUSE_MILLIS = 50;

    private Eventually() {}

    /** Tries until the assertion holds; after {@code limit} its last failure is the test's. */
    public static void within(Duration limit, Runnable assertion) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            try {
                assertion.run();
                return;
            } catch (AssertionError | RuntimeException e) {
                if (System.nanoTime() - end >= 0) {
                    throw e;
                }
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
        }
    }
}
