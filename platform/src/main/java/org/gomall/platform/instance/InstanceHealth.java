package org.gomall.platform.instance;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this process has seen of the instances it calls. One that was silent several times in a row (frozen, or behind a
 * dead link) or answered nothing but faults is passed over, until a later call finds it well again. Nothing else
 * notices a frozen instance: its connection stays open and Nacos keeps it for long.
 *
 * <p>A read finds out, because it is sent again elsewhere when nobody answers; a write does so only after a long time.
 */
public final class InstanceHealth {

    private static final Logger log = LoggerFactory.getLogger(InstanceHealth.class);
    private static final int MOST_ADDRESSES = 200;
    private static final int SILENT_IN_A_ROW = 3;
    private static final int FAULTS_IN_A_ROW = 10;
    private static final long READ_TRIES_AFTER = Duration.ofSeconds(3).toNanos();
    private static final long WRITE_TRIES_AFTER = Duration.ofSeconds(20).toNanos();

    private final ConcurrentMap<String, Record> troubled = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;

    InstanceHealth() {
        this(System::nanoTime);
    }

    /**
     * @param nanoTime as {@link System#nanoTime()}
     */
    InstanceHealth(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    private static final class Record {

        private final AtomicInteger silent = new AtomicInteger();
        private final AtomicInteger faults = new AtomicInteger();
        private final AtomicLong triedAt = new AtomicLong();
        private volatile boolean out;
    }

    /** It has answered as it should. */
    void well(String address) {
        Record record = troubled.remove(address);
        if (record != null && record.out) {
            log.warn("instance {} answers again", address);
        }
    }

    /** It has not answered in time, or the connection broke. */
    void silent(String address) {
        Record record = record(address);
        judge(address, record, record.silent.incrementAndGet() >= SILENT_IN_A_ROW, "does not answer");
    }

    /** It has answered with a fault, so it is not frozen. */
    void faulty(String address) {
        Record record = record(address);
        record.silent.set(0);
        judge(address, record, record.faults.incrementAndGet() >= FAULTS_IN_A_ROW, "fails");
    }

    private void judge(String address, Record record, boolean bad, String why) {
        if (bad) {
            record.triedAt.set(nanoTime.getAsLong());
            if (!record.out) {
                record.out = true;
                log.warn("instance {} {}, passed over where there are others", address, why);
            }
        }
    }

    private Record record(String address) {
        if (troubled.size() > MOST_ADDRESSES) {
            // Instances that have long gone, each with an address of its own.
            troubled.clear();
        }
        return troubled.computeIfAbsent(address, any -> new Record());
    }

    boolean allWell() {
        return troubled.isEmpty();
    }

    boolean isOut(String address) {
        Record record = troubled.get(address);
        return record != null && record.out;
    }

    /**
     * Whether it is time to find out whether an instance that is passed over is well again. True for one caller only.
     *
     * @param read whether the call is sent again elsewhere when nobody answers
     */
    boolean isDue(String address, boolean read) {
        Record record = troubled.get(address);
        if (record == null || !record.out) {
            return false;
        }
        long now = nanoTime.getAsLong();
        long triedAt = record.triedAt.get();
        long pause = read ? READ_TRIES_AFTER : WRITE_TRIES_AFTER;
        return now - triedAt >= pause && record.triedAt.compareAndSet(triedAt, now);
    }
}
