package org.gomall.platform.process;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Lets the first of many equal log lines of a second through, so that an outage does not become a flood of text. */
public final class Throttle {

    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int MOST_KEYS = 1_000;

    private final ConcurrentMap<String, AtomicLong> next = new ConcurrentHashMap<>();

    /** Whether a line about {@code key} may be written now. */
    public boolean allows(String key) {
        long now = System.nanoTime();
        if (next.size() > MOST_KEYS) {
            next.clear();
        }
        AtomicLong due = next.computeIfAbsent(key, any -> new AtomicLong(now));
        long at = due.get();
        return now - at >= 0 && due.compareAndSet(at, now + PAUSE_NANOS);
    }
}
