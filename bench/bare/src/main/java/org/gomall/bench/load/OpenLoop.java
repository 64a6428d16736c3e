package org.gomall.bench.load;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests at fixed times, whether the answers come or not, as visitors send them who do not know of each other. A latency
 * counts from when its request was due: while the system stalls, those who should have asked meanwhile wait, too, and leaving
 * that out (coordinated omission) would hide the stall.
 */
public final class OpenLoop {

    private final long gapNanos;
    private final long requests;
    private final AtomicLong next = new AtomicLong();
    private final Time time;

    /** The clock of a loop. */
    interface Time {

        long nanos();

        void sleepUntil(long nanos);
    }

    private static final class RealTime implements Time {

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void sleepUntil(long nanos) {
            for (long left = nanos - nanos(); left > 0; left = nanos - nanos()) {
                LockSupport.parkNanos(left);
            }
        }
    }

    OpenLoop(double perSecond, Duration length, Time time) {
        this.gapNanos = (long) (1e9 / perSecond);
        this.requests = (long) (perSecond * length.toNanos() / 1e9);
        this.time = time;
    }

    /**
     * Sends everything that is due within this time and waits for the last answer.
     *
     * @param clients how many requests can be under way at once
     */
    public static Slice run(Clients source, double perSecond, int clients, Duration length) throws Exception {
        OpenLoop loop = new OpenLoop(perSecond, length, new RealTime());
        long begin = System.nanoTime();
        Slice slice = Crew.work(source, clients, length, loop::work);
        Duration taken = Duration.ofNanos(System.nanoTime() - begin);
        return new Slice(
                slice.done(),
                slice.failed(),
                taken.compareTo(length) > 0 ? taken : length,
                slice.latencies(),
                slice.failure());
    }

    void work(Client client, Tally tally, long start) {
        for (long request = next.getAndIncrement(); request < requests; request = next.getAndIncrement()) {
            long due = start + request * gapNanos;
            time.sleepUntil(due);
            try {
                client.once();
                tally.done(time.nanos() - due);
            } catch (Exception e) {
                tally.failed(e);
            }
        }
    }
}
