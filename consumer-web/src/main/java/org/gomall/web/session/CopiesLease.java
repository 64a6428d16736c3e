package org.gomall.web.session;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.redisson.RedissonShutdownException;
import org.redisson.client.RedisException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to answer from {@link SessionCopies}, renewed by a thread of its own as long as anybody wants copies. Renewals tell how
 * much has been heard and bring the number of the last change back; so messages only make it quick, and none of them has to
 * arrive.
 */
final class CopiesLease implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CopiesLease.class);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration LEAVING = Duration.ofSeconds(1);

    private final String listener = UUID.randomUUID().toString();
    private final SessionCopies copies;
    private final SessionChanges changes;
    private final Semaphore calls = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "session-copies");
    private volatile boolean isClosed;
    private volatile boolean listens;
    private boolean isKnown;

    CopiesLease(SessionCopies copies, SessionChanges changes) {
        this.copies = copies;
        this.changes = changes;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Somebody has something to keep. */
    void want() {
        calls.release();
    }

    /** Has nobody wait for this process any more. */
    @Override
    public void close() {
        isClosed = true;
        calls.release();
        try {
            thread.join(LEAVING.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!isClosed) {
                if (!copies.areWanted()) {
                    leave();
                    calls.acquire();
                } else if (renew()) {
                    calls.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                }
                calls.drainPermits();
            }
            leave();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RedissonShutdownException e) {
            LOG.debug("nobody asks for sessions any more", e);
        } finally {
            copies.end();
        }
    }

    /** Whether there is nothing more to say at once. */
    private boolean renew() throws InterruptedException {
        try {
            isKnown = true;
            long told = copies.heard();
            long sentAt = System.nanoTime();
            boolean isAllTold = copies.renewed(told, changes.renew(listener, told), sentAt);
            listen();
            return isAllTold;
        } catch (RedissonShutdownException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("no lease for copies of sessions, Redis is asked: {}", e.toString());
            copies.end();
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            return true;
        }
    }

    private void leave() {
        copies.end();
        if (isKnown) {
            isKnown = false;
            try {
                changes.leave(listener);
            } catch (RedissonShutdownException e) {
                throw e;
            } catch (RedisException e) {
                LOG.debug("whoever makes a change now waits for the end of a lease that nobody has", e);
            }
        }
    }

    private void listen() {
        if (!listens) {
            listens = true;
            changes.announcements()
                    .addListenerAsync(String.class, (channel, message) -> heard(message))
                    .whenComplete((id, failure) -> listens = failure == null);
        }
    }

    private void heard(String message) {
        List<String> parts = Arrays.asList(message.split(" "));
        copies.changed(Long.parseLong(parts.get(0)), parts.subList(1, parts.size()));
        calls.release();
    }
}
