package org.gomall.web.remote;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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
        return get(key, Long.MIN_VALUE);
    }

    /**
     * The value as of a version of its source or later: one that was asked for before the version was known is not served,
     * not even while the source is away.
     *
     * @param version read before this call
     * @throws BusinessException as {@link #get(Object)}
     */
    public V get(K key, long version) {
        Slot<V> slot = slots.get(key, k -> new Slot<>());
        long now = clock.millis();
        V known = slot.value(version);
        if (known != null && now < slot.freshUntil) {
            return known;
        }
        boolean usable = known != null && now < slot.staleUntil;
        if (usable && !slot.lock.tryLock()) {
            return known;
        }
        if (!usable) {
            slot.lock.lock();
        }
        try {
            return fetch(key, version, slot);
        } finally {
            slot.lock.unlock();
        }
    }

    /** When the copy of a value was made, while its source cannot be asked for a newer one; else empty. */
    public Optional<Instant> outdatedSince(K key) {
        Slot<V> slot = slots.getIfPresent(key);
        return slot == null || !slot.outdated ? Optional.empty() : Optional.of(Instant.ofEpochMilli(slot.loadedAt));
    }

    /** Drops a value, so that the next caller asks. */
    public void forget(K key) {
        slots.invalidate(key);
    }

    /** Drops all values. */
    public void clear() {
        slots.invalidateAll();
    }

    private V fetch(K key, long version, Slot<V> slot) {
        long now = clock.millis();
        V known = slot.value(version);
        if (known != null && now < slot.freshUntil) {
            return known;
        }
        if (slot.failure != null && now < slot.askAgainAt) {
            throw slot.failure;
        }
        try {
            V value = source.apply(key);
            slot.accept(value, version, clock.millis(), jittered(freshMs), staleMs);
            return value;
        } catch (BusinessException e) {
            return staleOr(key, version, slot, e);
        }
    }

    private V staleOr(K key, long version, Slot<V> slot, BusinessException e) {
        if (!e.isFault() && e.error() != ErrorCode.RATE_LIMITED) {
            slots.invalidate(key);
            throw e;
        }
        long now = clock.millis();
        V known = slot.value(version);
        if (known != null && now < slot.staleUntil) {
            slot.freshUntil = now + PAUSE_AFTER_FAILURE_MS;
            slot.outdated = true;
            return known;
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
        private volatile Versioned<V> held;
        private volatile long freshUntil;
        private volatile long staleUntil;
        private volatile long loadedAt;
        private volatile boolean outdated;
        private volatile BusinessException failure;
        private volatile long askAgainAt;

        /** What is held, unless it is older than this version. */
        private V value(long version) {
            Versioned<V> now = held;
            return now == null || now.version < version ? null : now.value;
        }

        private void accept(V loaded, long version, long now, long freshMs, long staleMs) {
            freshUntil = now + freshMs;
            staleUntil = now + staleMs;
            loadedAt = now;
            outdated = false;
            failure = null;
            held = new Versioned<>(loaded, version);
        }
    }

    private record Versioned<V>(V value, long version) {}
}
