package org.gomall.web.edge;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets a few in at once and a few more wait for their turn; who finds all waiting places taken is sent away at once. That
 * keeps a flood from making everybody slow: what is let in runs as fast as on a quiet day, and the wait is no longer than the
 * few before it take.
 */
final class Turnstile {

    private final Semaphore inside;
    private final Semaphore waiting;
    private final Duration patience;

    /**
     * One that nobody has passed.
     *
     * @param inside how many are let in at once
     * @param waiting how many more may wait
     * @param patience how long at the most
     */
    Turnstile(int inside, int waiting, Duration patience) {
        this.inside = new Semaphore(inside, true);
        this.waiting = new Semaphore(waiting);
        this.patience = patience;
    }

    /**
     * Waits for a turn, if need be.
     *
     * @return whether it has come; then {@link #leave} must follow
     */
    boolean enter() throws InterruptedException {
        if (inside.tryAcquire()) {
            return true;
        }
        if (!waiting.tryAcquire()) {
            return false;
        }
        try {
            return inside.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            waiting.release();
        }
    }

    void leave() {
        inside.release();
    }
}
