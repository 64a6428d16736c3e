package org.gomall.web.remote;

import java.time.Instant;
import java.util.Optional;
import org.gomall.api.common.BusinessException;

/** What a {@link StaleCache} knows under one key. Times are in milliseconds of its clock. */
final class Slot<V> {

    private volatile Fetch<V> underway;
    private volatile Versioned<V> held;
    private volatile long freshUntil;
    private volatile long keptUntil;
    private volatile long staleUntil;
    private volatile long loadedAt;
    private volatile boolean outdated;
    private BusinessException failure;
    private long askAgainAt;
    private long comesAlongUntil;

    private record Versioned<V>(V value, long version) {}

    /** What is held, unless it is older than this version. */
    V value(long version) {
        Versioned<V> now = held;
        return now == null || now.version < version ? null : now.value;
    }

    boolean isFresh(long now) {
        return now < freshUntil;
    }

    /** Whether it is fresh for somebody who would have heard of a change. */
    boolean isKept(long now) {
        return now < keptUntil;
    }

    boolean isUsable(long now) {
        return now < staleUntil;
    }

    Fetch<V> underway() {
        return underway;
    }

    /** A newer value cannot be had at the moment. */
    void outdate() {
        outdated = true;
    }

    /** When the value was loaded, while a newer one cannot be had. */
    Optional<Instant> outdatedSince() {
        return outdated ? Optional.of(Instant.ofEpochMilli(loadedAt)) : Optional.empty();
    }

    /**
     * Makes a fetch the one under way, unless there is one that will do, or its answer has come in this moment.
     *
     * @return the one to wait for
     * @throws BusinessException the last failure, while it is too early to ask again
     */
    synchronized Fetch<V> begin(Fetch<V> fetch, long now) {
        Fetch<V> other = underway;
        if (other != null && other.version() >= fetch.version()) {
            return other;
        }
        V known = value(fetch.version());
        if (known != null && isFresh(now)) {
            Fetch<V> answered = new Fetch<>(fetch.version());
            answered.answer(known);
            return answered;
        }
        if (failure != null && now < askAgainAt) {
            throw failure;
        }
        underway = fetch;
        return fetch;
    }

    /**
     * Whether its value may come along with another one's. True for one asker until a time has passed.
     *
     * @param until a value that is fresh for longer need not come
     */
    synchronized boolean comesAlong(long now, long until) {
        if (held == null || underway != null || isFresh(until) || now < comesAlongUntil) {
            return false;
        }
        comesAlongUntil = until;
        return true;
    }

    /** Does nothing when a later question was answered sooner. */
    synchronized void accept(V loaded, long version, long now, long freshMs, long keptMs, long staleMs) {
        if (held == null || held.version <= version) {
            freshUntil = now + freshMs;
            keptUntil = now + keptMs;
            staleUntil = now + staleMs;
            loadedAt = now;
            outdated = false;
            failure = null;
            held = new Versioned<>(loaded, version);
        }
    }

    synchronized void age() {
        freshUntil = 0;
        keptUntil = 0;
    }

    synchronized void fail(BusinessException why, long mayBeAskedAgainAt) {
        failure = why;
        askAgainAt = mayBeAskedAgainAt;
    }

    synchronized void end(Fetch<V> fetch) {
        if (underway == fetch) {
            underway = null;
        }
    }
}
