package org.gomall.web.remote;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;

/**
 * A small cache for remote reads. An entry is fresh for a moment (with some jitter, so that entries do not all age at
 * once); after that one caller fetches it anew while the others get the old one. While its source is away the old one goes
 * on being served, up to a limit, and the source is asked at most once a second per key.
 */
public final class StaleCache<K, V> {

    private static final long PAUSE_AFTER_FAILURE_MS = 1_000;

    private final Cache<K, Slot<V>> slots;
    private final Function<K, V> source;
    private final long freshMs;
    private final long staleMs;
    private final Clock clock;

    /**
     * An empty cache.
     *
     * @param fresh how long a value is served without asking
     * @param stale how long it is served while the source is away
     * @param source asked by one caller per key at a time; what it refuses is passed on and forgotten
     */
    public StaleCache(Clock clock, int capacity, Duration fresh, Duration stale, Function<K, V> source) {
        this.clock = clock;
        this.freshMs = fresh.toMillis();
        this.staleMs = stale.toMillis();
        this.source = source;
        this.slots = Caffeine.newBuilder()
                .maximumSize(capacity)
                .expireAfterAccess(stale)
                .build();
    }

    /**
     * The value.
     *
     * @throws BusinessException what the source refused; a fault of it only when nothing usable is left here
     */
    public V get(K key) {
        Slot<V> slot = slots.get(key, k -> new Slot<>());
        long now = clock.millis();
        if (slot.value != null && now < slot.freshUntil) {
            return slot.value;
        }
        boolean usable = slot.value != null && now < slot.staleUntil;
        if (usable && !slot.lock.tryLock()) {
            return slot.value;
        }
        if (!usable) {
            slot.lock.lock();
        }
        try {
            return fetch(key, slot);
        } finally {
            slot.lock.unlock();
        }
    }

    /** Drops a value, so that the next caller asks. */
    public void forget(K key) {
        slots.invalidate(key);
    }

    /** Drops all values. */
    public void clear() {
        slots.invalidateAll();
    }

    private V fetch(K key, Slot<V> slot) {
        long now = clock.millis();
        if (slot.value != null && now < slot.freshUntil) {
            return slot.value;
        }
        if (slot.failure != null && now < slot.askAgainAt) {
            throw slot.failure;
        }
        try {
            V value = source.apply(key);
            slot.accept(value, clock.millis(), jittered(freshMs), staleMs);
            return value;
        } catch (BusinessException e) {
            return staleOr(key, slot, e);
        }
    }

    private V staleOr(K key, Slot<V> slot, BusinessException e) {
        if (!e.isFault() && e.error() != ErrorCode.RATE_LIMITED) {
            slots.invalidate(key);
            throw e;
        }
        long now = clock.millis();
        if (slot.value != null && now < slot.staleUntil) {
            slot.freshUntil = now + PAUSE_AFTER_FAILURE_MS;
            return slot.value;
        }
        slot.failure = e;
        slot.askAgainAt = now + PAUSE_AFTER_FAILURE_MS;
        throw e;
    }

    private static long jittered(long millis) {
        return millis - ThreadLocalRandom.current().nextLong(Math.max(1, millis / 4));
    }

    /** Written under its lock only. */
    private static final class Slot<V> {
        private final ReentrantLock lock = new ReentrantLock();
        private volatile V value;
        private volatile long freshUntil;
        private volatile long staleUntil;
        private volatile BusinessException failure;
        private volatile long askAgainAt;

        private void accept(V loaded, long now, long freshMs, long staleMs) {
            freshUntil = now + freshMs;
            staleUntil = now + staleMs;
            failure = null;
            value = loaded;
        }
    }
}
