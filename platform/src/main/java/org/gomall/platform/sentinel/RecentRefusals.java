package org.gomall.platform.sentinel;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * What Sentinel has refused in the last ten minutes, by resource and kind of rule: long enough for somebody who looks at a
 * page now and then. Sentinel itself forgets after a minute, and a meter never does.
 */
public final class RecentRefusals {

    private static final RecentRefusals HERE = new RecentRefusals(System::nanoTime);
    private static final long SLOT_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final int SLOTS = 20;

    private final Map<String, Map<String, Count>> byResource = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;
    private final long startedAt;

    /**
     * @param nanoTime as {@link System#nanoTime()}
     */
    RecentRefusals(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.startedAt = nanoTime.getAsLong();
    }

    /** Those of this process. */
    public static RecentRefusals here() {
        return HERE;
    }

    /**
     * The refusals of a resource by one kind of rule.
     *
     * @param rule flow, degrade, param, system or authority
     * @param count in the last ten minutes, or since the process has started
     * @param secondsAgo how long ago the last one was
     */
    public record Refused(String rule, long count, long secondsAgo) {}

    /** By kind of rule; empty when nothing was refused. */
    public List<Refused> of(String resource) {
        long now = age();
        return byResource.getOrDefault(resource, Map.of()).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(kind -> kind.getValue().refused(kind.getKey(), now))
                .filter(refused -> refused.count() > 0)
                .toList();
    }

    void add(String resource, String rule, int count) {
        byResource
                .computeIfAbsent(resource, any -> new ConcurrentHashMap<>())
                .computeIfAbsent(rule, any -> new Count())
                .add(count, age());
    }

    private long age() {
        return nanoTime.getAsLong() - startedAt;
    }

    private static final class Count {

        private final long[] slots = new long[SLOTS];
        private long newest;
        private long lastAt;

        private synchronized void add(int count, long now) {
            forget(now);
            slots[(int) (newest % SLOTS)] += count;
            lastAt = now;
        }

        private synchronized Refused refused(String rule, long now) {
            forget(now);
            long sum = 0;
            for (long count : slots) {
                sum += count;
            }
            return new Refused(rule, sum, TimeUnit.NANOSECONDS.toSeconds(now - lastAt));
        }

        /** Empties the slots that have come round again. */
        private void forget(long now) {
            long current = Math.max(newest, now / SLOT_NANOS);
            for (long slot = Math.max(newest + 1, current - SLOTS + 1); slot <= current; slot++) {
                slots[(int) (slot % SLOTS)] = 0;
            }
            newest = current;
        }
    }
}
