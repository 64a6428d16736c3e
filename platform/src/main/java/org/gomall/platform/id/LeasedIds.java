package org.gomall.platform.id;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.platform.id.WorkerLeases.Lease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@link Ids} under a lease that a background thread renews.
 *
 * <p>Two limits make it safe. The lease itself ends by the monotonic clock of this process, so a process that was frozen
 * gives out nothing under a number that somebody else may have by now. And a lease names the last millisecond its holder
 * may use, stored before it is used, so the next holder of the same number starts behind it, whatever the clocks say.
 */
final class LeasedIds implements Ids, AutoCloseable {

    static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");
    static final int WORKER_BITS = 10;
    /** The highest of the worker's bits. */
    static final int CELL_BITS = 5;

    static final int SEQUENCE_BITS = 12;
    static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration RENEW_EVERY = Duration.ofSeconds(15);
    private static final Duration SAFETY = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final long LAST_SEQUENCE = (1L << SEQUENCE_BITS) - 1;

    private static final Logger log = LoggerFactory.getLogger(LeasedIds.class);

    private final Clock clock;
    private final WorkerLeases leases;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition leased = lock.newCondition();
    private final Condition needed = lock.newCondition();
    private Lease lease;
    private long validUntilNanos;
    private long last = -1;
    private long sequence;
    private boolean closed;
    private final Thread renewer;

    LeasedIds(Clock clock, WorkerLeases leases) {
        this.clock = clock;
        this.leases = leases;
        renew();
        renewer = new Thread(this::keepLease, "id-lease");
        renewer.setDaemon(true);
        renewer.start();
    }

    @Override
    public long next() {
        lock.lock();
        try {
            while (!advance()) {
                awaitLease();
            }
            return (last << (WORKER_BITS + SEQUENCE_BITS)) | ((long) lease.worker() << SEQUENCE_BITS) | sequence;
        } finally {
            lock.unlock();
        }
    }

    /** Moves on to the next free (millisecond, sequence); false when the lease does not reach that far. */
    private boolean advance() {
        if (lease == null || System.nanoTime() - validUntilNanos >= 0) {
            return false;
        }
        long now = Math.min(now(), lease.lastMillis());
        if (now > last) {
            last = now;
            sequence = 0;
            return true;
        }
        if (sequence < LAST_SEQUENCE) {
            sequence++;
            return true;
        }
        // The clock stepped back or 4,096 numbers were not enough for this millisecond: borrow the next one.
        if (last >= lease.lastMillis()) {
            return false;
        }
        last++;
        sequence = 0;
        return true;
    }

    private void awaitLease() {
        needed.signal();
        try {
            if (closed || !leased.await(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                throw unavailable();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable();
        }
    }

    private void keepLease() {
        while (true) {
            lock.lock();
            try {
                if (closed) {
                    return;
                }
                if (advancePossible()) {
                    needed.awaitNanos(RENEW_EVERY.toNanos());
                }
                if (closed) {
                    return;
                }
            } catch (InterruptedException e) {
                return;
            } finally {
                lock.unlock();
            }
            try {
                renew();
            } catch (RuntimeException e) {
                log.warn("cannot renew the lease of a worker number: {}", e.toString());
                pause();
            }
        }
    }

    private boolean advancePossible() {
        return lease != null && System.nanoTime() - validUntilNanos < 0 && last < lease.lastMillis();
    }

    private static void pause() {
        try {
            Thread.sleep(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The database is asked without the lock, so that numbers go on being given out meanwhile. */
    private void renew() {
        long begun = System.nanoTime();
        lock.lock();
        Lease held = lease;
        long reach = Math.max(now(), last + 1) + 2 * LEASE.toMillis();
        lock.unlock();

        Lease renewed = held == null ? null : leases.renew(held, reach, LEASE).orElse(null);
        boolean fresh = renewed == null;
        if (fresh) {
            renewed = leases.acquire(now(), reach, LEASE);
        }

        lock.lock();
        try {
            lease = renewed;
            if (fresh) {
                // Behind everything that earlier holders of this number, and this process, have used.
                last = Math.max(last, renewed.usedUntil());
                sequence = LAST_SEQUENCE;
            }
            validUntilNanos = begun + LEASE.minus(SAFETY).toNanos();
            leased.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private long now() {
        return clock.millis() - EPOCH.toEpochMilli();
    }

    private static BusinessException unavailable() {
        return new BusinessException(
                ErrorCode.UNAVAILABLE, ErrorCode.UNAVAILABLE.defaultMessage(), Map.of("retryAfterSeconds", 3));
    }

    @Override
    public void close() {
        Lease held;
        long used;
        lock.lock();
        try {
            closed = true;
            held = lease;
            used = last;
            lease = null;
            needed.signalAll();
            leased.signalAll();
        } finally {
            lock.unlock();
        }
        awaitRenewer();
        if (held != null) {
            try {
                leases.release(held, used);
            } catch (RuntimeException e) {
                log.debug("the lease of worker {} runs out by itself", held.worker(), e);
            }
        }
    }

    /** A renewal under way ends before the connection pool does. */
    private void awaitRenewer() {
        try {
            renewer.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
