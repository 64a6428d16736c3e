package org.gomall.web.edge;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets a few in at once and others wait for their turn. As long as turns come soon many may wait, so that a burst is served
 * as a whole; when the last one had to wait for long, only a few may, and everybody else is sent away at once. So a flood
 * makes nobody slow: what is let in runs as fast as on a quiet day. The idea of looking at the time that was waited, not at
 * the length of the queue, is that of CoDel (K. Nichols and V. Jacobson, "Controlling Queue Delay", 2012).
 */
final class Turnstile {

    private static final int WAITING_FOR_EACH = 8;
    private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    private final Semaphore inside;
    private final AtomicInteger waiting = new AtomicInteger();
    private final int few;
    private final Duration patience;
    private volatile long lastWaitNanos;

    /**
     * One that nobody has passed.
     *
     * @param inside how many are let in at once; as many may always wait, and eight times as many while waits are short
     * @param patience how long anybody waits at the most
     */
    Turnstile(int inside, Duration patience) {
        this.inside = new Semaphore(inside, true);
        this.few = inside;
        this.patience = patience;
    }

    /**
     * Waits for a turn, if need be.
     *
     * @return whether it has come; then {@link #leave} must follow
     */
    boolean enter() throws InterruptedException {
        // Passing those who wait would make them slower and the flood look over.
        if (waiting.get() == 0 && inside.tryAcquire()) {
            lastWaitNanos = 0;
            return true;
        }
        int before = waiting.getAndIncrement();
        try {
            return before < allowed() && await();
        } finally {
            waiting.decrementAndGet();
        }
    }

    void leave() {
        inside.release();
    }

    private int allowed() {
        return lastWaitNanos > LONG_NANOS ? few : few * WAITING_FOR_EACH;
    }

    private boolean await() throws InterruptedException {
        long began = System.nanoTime();
        boolean hasCome = inside.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        lastWaitNanos = System.nanoTime() - began;
        return hasCome;
    }
}
