package org.gomall.order.timeout;

import java.time.Duration;
import org.gomall.order.settings.OrderSettings;
import org.gomall.platform.tracing.TraceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the sweeper while the process lives; its pause is a live setting. */
@Component
class SweeperThread implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SweeperThread.class);
    private static final int STOP_MS = 2000;
    private static final long NAP_MS = 500;

    private final Sweeper sweeper;
    private final OrderSettings settings;
    private volatile Thread thread;

    SweeperThread(Sweeper sweeper, OrderSettings settings) {
        this.sweeper = sweeper;
        this.settings = settings;
    }

    @Override
    public void start() {
        Thread started = new Thread(this::run, "order-sweeper");
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
        while (Thread.currentThread() == thread) {
            try {
                pause();
                TraceId.run(TraceId.create(), sweeper::sweep);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("sweeping failed and is tried again: {}", e.toString());
            }
        }
    }

    /** In short naps, so that a shorter interval holds at once. */
    private void pause() throws InterruptedException {
        long start = System.nanoTime();
        Duration left = settings.sweepInterval();
        while (!left.isNegative() && !left.isZero()) {
            Thread.sleep(Math.min(NAP_MS, left.toMillis() + 1));
            left = settings.sweepInterval().minusNanos(System.nanoTime() - start);
        }
    }
}
