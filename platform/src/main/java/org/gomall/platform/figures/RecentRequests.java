package org.gomall.platform.figures;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongSupplier;

/**
 * The requests of the last ten seconds, counted by second and by duration. Durations are kept in steps of about a fifth,
 * which is fine enough for a percentile and lets all outcomes be counted together.
 */
final class RecentRequests {

    private static final int SECONDS = 10;
    private static final int SLOTS = 16;
    private static final int STEPS_PER_DOUBLING = 4;
    private static final int LONGEST_EXPONENT = 27;
    private static final int STEPS = LONGEST_EXPONENT * STEPS_PER_DOUBLING;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final double HIGH = 0.95;

    private final AtomicReferenceArray<Second> slots = new AtomicReferenceArray<>(SLOTS);
    private final LongSupplier nanoTime;
    private final long startedAt;

    /**
     * @param nanoTime as {@link System#nanoTime()}
     */
    RecentRequests(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.startedAt = nanoTime.getAsLong();
    }

    private static final class Second {

        private final long number;
        private final AtomicIntegerArray durations = new AtomicIntegerArray(STEPS);
        private final AtomicIntegerArray outcomes = new AtomicIntegerArray(Outcome.values().length);

        private Second(long number) {
            this.number = number;
        }
    }

    void add(Outcome outcome, long nanos) {
        Second second = second(number());
        second.durations.incrementAndGet(step(nanos / 1_000));
        second.outcomes.incrementAndGet(outcome.ordinal());
    }

    /** Of the last ten whole seconds, or of fewer when the process is younger. */
    Figures.Requests figures() {
        long now = number();
        long seconds = Math.max(1, Math.min(SECONDS, now));
        int[] durations = new int[STEPS];
        long all = 0;
        long faults = 0;
        for (long number = now - seconds; number < now; number++) {
            Second second = number < 0 ? null : slots.get((int) (number % SLOTS));
            if (second == null || second.number != number) {
                continue;
            }
            for (int step = 0; step < STEPS; step++) {
                durations[step] += second.durations.get(step);
            }
            for (Outcome outcome : Outcome.values()) {
                all += second.outcomes.get(outcome.ordinal());
            }
            faults += second.outcomes.get(Outcome.FAULT.ordinal());
        }
        return new Figures.Requests(
                (double) all / seconds, highMillis(durations), all == 0 ? 0 : (double) faults / all);
    }

    private static double highMillis(int[] durations) {
        long all = 0;
        for (int count : durations) {
            all += count;
        }
        long wanted = (long) Math.ceil(all * HIGH);
        long seen = 0;
        for (int step = 0; step < STEPS && all > 0; step++) {
            seen += durations[step];
            if (seen >= wanted) {
                return upperMicros(step) / 1_000.0;
            }
        }
        return 0;
    }

    private long number() {
        return (nanoTime.getAsLong() - startedAt) / NANOS_PER_SECOND;
    }

    private Second second(long number) {
        int slot = (int) (number % SLOTS);
        Second second = slots.get(slot);
        while (second == null || second.number < number) {
            slots.compareAndSet(slot, second, new Second(number));
            second = slots.get(slot);
        }
        return second;
    }

    private static int step(long micros) {
        long value = Math.max(micros, STEPS_PER_DOUBLING);
        int exponent = Long.SIZE - 1 - Long.numberOfLeadingZeros(value);
        int part = (int) (value >> (exponent - 2)) & (STEPS_PER_DOUBLING - 1);
        return Math.min(exponent * STEPS_PER_DOUBLING + part, STEPS - 1);
    }

    private static double upperMicros(int step) {
        int exponent = step / STEPS_PER_DOUBLING;
        int part = step % STEPS_PER_DOUBLING;
        return Math.scalb(1.0 + (part + 1.0) / STEPS_PER_DOUBLING, exponent);
    }
}
