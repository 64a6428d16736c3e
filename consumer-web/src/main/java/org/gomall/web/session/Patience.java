package org.gomall.web.session;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.SpanKind;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.platform.tracing.OpenSpan;
import org.gomall.platform.tracing.Spans;
import org.redisson.RedissonShutdownException;
import org.redisson.client.RedisException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Spares requests the wait for a Redis that does not answer: after the first failure everybody else is told at once, while
 * one thread asks again and again until there is an answer.
 */
final class Patience {

    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final long PAUSE_MILLIS = 200;
    private static final Timer ANSWERED = Metrics.timer("gomall.redis", "outcome", "answered");
    private static final Timer AWAY = Metrics.timer("gomall.redis", "outcome", "away");

    private final Runnable probe;
    private final AtomicBoolean away = new AtomicBoolean();

    /**
     * @param probe returns when Redis answers in time, and throws when it does not
     */
    Patience(Runnable probe) {
        this.probe = probe;
    }

    /**
     * Asks Redis, unless it is known to be away.
     *
     * @throws BusinessException UNAVAILABLE
     */
    <T> T ask(Supplier<T> work) throws BusinessException {
        if (away.get()) {
            throw new BusinessException(ErrorCode.UNAVAILABLE);
        }
        long since = System.nanoTime();
        Timer timer = ANSWERED;
        OpenSpan span = Spans.child(SpanKind.CLIENT, "Redis sessions").tag("db.system.name", "redis");
        try {
            return work.get();
        } catch (RedisException e) {
            timer = AWAY;
            span.failed(e);
            if (away.compareAndSet(false, true)) {
                LOG.warn("sessions are away: {}", e.toString());
                Thread thread = new Thread(this::probe, "redis-probe");
                thread.setDaemon(true);
                thread.start();
            }
            throw new BusinessException(ErrorCode.UNAVAILABLE);
        } finally {
            span.close();
            timer.record(System.nanoTime() - since, TimeUnit.NANOSECONDS);
        }
    }

    private void probe() {
        try {
            while (away.get()) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                if (answers()) {
                    away.set(false);
                    LOG.info("sessions are back");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RedissonShutdownException e) {
            LOG.debug("nobody asks for sessions any more", e);
        }
    }

    private boolean answers() {
        try {
            probe.run();
            return true;
        } catch (RedissonShutdownException e) {
            throw e;
        } catch (RedisException stillAway) {
            return false;
        }
    }
}
