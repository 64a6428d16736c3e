package org.gomall.bench.load;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** What one client of a load has done so far. */
final class Tally {

    private static final long PAUSE_AFTER_FAILURE = TimeUnit.MILLISECONDS.toNanos(5);

    private final Histogram latencies = Slice.histogram();
    private long done;
    private long failed;
    private String failure = "";

    void done(long nanos) {
        done++;
        Slice.record(latencies, nanos);
    }

    /** Who is refused does not ask again at once, or refusals would take the processors from the others. */
    void failed(Exception reason) {
        failed++;
        failure = String.valueOf(reason);
        LockSupport.parkNanos(PAUSE_AFTER_FAILURE);
    }

    Slice slice(Duration length) {
        return new Slice(done, failed, length, latencies, failure);
    }
}
