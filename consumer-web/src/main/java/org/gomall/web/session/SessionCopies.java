package org.gomall.web.session;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.Duration;
import java.util.Collection;
import org.gomall.web.remote.LocalCache;

/**
 * What this process has found out about sessions a moment ago, by the hash of the token. Good for nothing by itself: a copy is
 * given only while {@link CopiesLease} holds a lease, for whoever ends a session or changes rights waits for those who hold
 * one (docs/adr/0032). Nothing is kept about tokens that belong to nobody.
 *
 * <p>Reading takes no lock. All that keeps and drops is one at a time, so that nothing that was read before a change is kept
 * after it.
 */
final class SessionCopies {

    /** For so long a copy can live on when the process that made a change died before it could tell. */
    static final Duration FRESH = Duration.ofSeconds(2);

    /** How long copies are trusted after a renewal was sent. */
    static final Duration TRUSTED = Duration.ofMillis(750);

    /** The number of no change. */
    private static final long NOTHING = 0;

    private static final int CAPACITY = 20_000;

    private final Cache<String, LiveSession> copies =
            LocalCache.builder().maximumSize(CAPACITY).expireAfterWrite(FRESH).build();

    private volatile long trustedUntil = System.nanoTime();
    private volatile long lastWanted = trustedUntil - FRESH.toNanos();
    private volatile long drops;
    private long heard = NOTHING;

    /** The session as it is in Redis, or null when Redis has to be asked. */
    LiveSession find(String hash) {
        return isTrusted() ? copies.getIfPresent(hash) : null;
    }

    /** How often copies were dropped so far; read before Redis is asked for what is to be kept. */
    long drops() {
        return drops;
    }

    /**
     * Keeps what Redis has told, unless something has changed since it was asked.
     *
     * @param dropsBefore what {@link #drops} was before the question
     * @return false when copies are not trusted at the moment
     */
    synchronized boolean keep(String hash, LiveSession found, long dropsBefore) {
        lastWanted = System.nanoTime();
        if (dropsBefore == drops) {
            copies.put(hash, found);
        }
        return isTrusted();
    }

    /** Whether anybody has wanted to keep something that could still be here. */
    boolean areWanted() {
        return System.nanoTime() - lastWanted < FRESH.toNanos();
    }

    /** The last change that these copies know of, to be sent along with a renewal. */
    synchronized long heard() {
        return heard;
    }

    /**
     * A change was announced. One that is not the next after the last drops everything: there was another in between.
     *
     * @param ended the hashes of the sessions it ended; none when it was something else
     */
    synchronized void changed(long number, Collection<String> ended) {
        drops++;
        if (number == heard + 1 && !ended.isEmpty()) {
            copies.invalidateAll(ended);
        } else {
            copies.invalidateAll();
        }
        heard = number;
    }

    /**
     * The lease was renewed. Changes of which nothing was heard, neither before nor meanwhile, drop everything.
     *
     * @param told what {@link #heard} was when the renewal was sent
     * @param last the last change there was in Redis
     * @param sentAt when it was sent, {@link System#nanoTime}
     * @return whether Redis knows now all that was heard here
     */
    synchronized boolean renewed(long told, long last, long sentAt) {
        if (last != told && last != heard) {
            drops++;
            copies.invalidateAll();
            heard = last;
        }
        trustedUntil = sentAt + TRUSTED.toNanos();
        return heard == told;
    }

    /** Ends the lease: nothing is given until it is renewed, and nothing of now even then. */
    synchronized void end() {
        trustedUntil = System.nanoTime();
        drops++;
        copies.invalidateAll();
        heard = NOTHING;
    }

    private boolean isTrusted() {
        return System.nanoTime() - trustedUntil < 0;
    }
}
