package org.gomall.platform.process;

import java.time.Duration;
import java.util.function.Supplier;
import org.gomall.platform.tracing.TraceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Does something again and again while the process lives, with pauses between and on a thread of its own. What fails is
 * logged once, until it works again, and is tried again.
 */
public final class RepeatedJob implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RepeatedJob.class);
    private static final long STOP_MS = 2_000;
    private static final long NAP_MS = 500;

    private final String name;
    private final Supplier<Duration> pause;
    private final Runnable job;
    private final boolean atOnce;
    private volatile Thread thread;
    private boolean failing;

    /**
     * A job that begins with the process.
     *
     * @param name of its thread, and in the log
     * @param pause asked again while it lasts, so that a shorter one holds at once
     * @param job done under a trace id of its own; may be interrupted when the process ends
     */
    public RepeatedJob(String name, Supplier<Duration> pause, Runnable job) {
        this(name, pause, job, false);
    }

    private RepeatedJob(String name, Supplier<Duration> pause, Runnable job, boolean atOnce) {
        this.name = name;
        this.pause = pause;
        this.job = job;
        this.atOnce = atOnce;
    }

    /** The same, done for the first time when it starts and not only after the first pause. */
    public static RepeatedJob atOnce(String name, Supplier<Duration> pause, Runnable job) {
        return new RepeatedJob(name, pause, job, true);
    }

    @Override
    public void start() {
        Thread started = new Thread(this::run, name);
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        Thread stopped = thread;
        thread = null;
        if (stopped != null) {
            stopped.interrupt();
            try {
                stopped.join(STOP_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        boolean rested = atOnce;
        while (Thread.currentThread() == thread) {
            try {
                if (!rested) {
                    rest();
                }
                rested = false;
                TraceId.run(TraceId.create(), this::tryIt);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void tryIt() {
        try {
            job.run();
            if (failing) {
                failing = false;
                log.info("{} works again", name);
            }
        } catch (RuntimeException e) {
            if (!failing && Thread.currentThread() == thread) {
                failing = true;
                log.warn("{} failed and is tried again: {}", name, e.toString());
            }
        }
    }

    private void rest() throws InterruptedException {
        long start = System.nanoTime();
        long left = pause.get().toMillis();
        while (left > 0) {
            Thread.sleep(Math.min(NAP_MS, left));
            left = pause.get().minusNanos(System.nanoTime() - start).toMillis();
        }
    }
}
