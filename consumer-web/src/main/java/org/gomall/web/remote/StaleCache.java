package org.gomall.web.remote;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.platform.metrics.CacheMeters;

/**
 * A small cache for remote reads. An entry is fresh for a moment (with some jitter, so that entries do not all age at
 * once); after that one caller fetches it anew while the others get the old one. A slow source costs that caller a quarter of
 * a second, then it gets the old value as well, and for a second, or until the source has answered, nobody else asks for a
 * newer one. While the source is away the old one goes on being served, up to a limit: one caller in two seconds asks the
 * source for all keys, so that nobody else waits for what does not come; a key of which nothing is known here is asked for at
 * most once a second.
 */
public final class StaleCache<K, V> {

    private static final long PAUSE_AFTER_FAILURE_MS = 1_000;
    private static final Duration PATIENCE = Duration.ofMillis(250);

    /**
     * What a caller waits for when there is nothing else to be had, so that whoever asked has an answer within three seconds. A
     * read and its repetition take 800 ms, unless the call itself is held up: by a connection that cannot be made, or by cold code.
     */
    private static final Duration LONGEST = Duration.ofMillis(2_500);

    private static final long SOURCE_IS_LEFT_ALONE_MS = 2_000;
    private static final long SLOW_SOURCE_IS_LEFT_ALONE_MS = 1_000;

    private final Cache<K, Slot<V>> slots;
    private final Function<K, V> source;
    private final long freshMs;
    private final long staleMs;
    private final Duration patience;
    private final Clock clock;
    private final CacheMeters meters;
    private long keptMs;
    private BooleanSupplier isTold = () -> false;
    private volatile long sourceIsAwayUntil;
    private volatile long sourceIsSlowUntil;

    /**
     * An empty cache.
     *
     * @param name what it is called in the meter {@code gomall.cache.gets}
     * @param fresh how long a value is served without asking
     * @param stale how long it is served while the source is away
     * @param source asked by one caller per key at a time; what it refuses is passed on and forgotten
     */
    public StaleCache(String name, Clock clock, int capacity, Duration fresh, Duration stale, Function<K, V> source) {
        this(name, clock, capacity, fresh, stale, LONGEST, source);
    }

    /**
     * The same for values that can be done without.
     *
     * @param patience how long a caller waits for a first value, before it is told UNAVAILABLE
     */
    public StaleCache(
            String name,
            Clock clock,
            int capacity,
            Duration fresh,
            Duration stale,
            Duration patience,
            Function<K, V> source) {
        this.meters = CacheMeters.of(name);
        this.clock = clock;
        this.freshMs = fresh.toMillis();
        this.staleMs = stale.toMillis();
        this.patience = patience;
        this.source = source;
        this.slots = LocalCache.builder()
                .maximumSize(capacity)
                .expireAfterAccess(stale)
                .build();
    }

    /**
     * For values of which somebody tells when they change, by {@link #forget}: as long as that can be relied on, they are
     * fresh for longer.
     *
     * @param kept how long then
     * @param told whether whatever has changed until a moment ago has been told
     */
    public StaleCache<K, V> keptWhile(Duration kept, BooleanSupplier told) {
        keptMs = kept.toMillis();
        isTold = told;
        return this;
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
        if (known != null && (slot.isFresh(now) || (slot.isKept(now) && isTold.getAsBoolean()))) {
            meters.hit();
            return known;
        }
        boolean usable = known != null && slot.isUsable(now);
        Fetch<V> fetch = slot.underway();
        boolean another = fetch != null && fetch.version() >= version;
        boolean isAway = now < sourceIsAwayUntil;
        if (usable && (another || isAway || now < sourceIsSlowUntil)) {
            if (isAway) {
                slot.outdate();
            }
            meters.stale();
            return known;
        }
        try {
            return another ? fetch.await(patience) : begin(key, version, slot).await(usable ? PATIENCE : patience);
        } catch (TimeoutException slow) {
            if (usable) {
                sourceIsSlowUntil = clock.millis() + SLOW_SOURCE_IS_LEFT_ALONE_MS;
                meters.stale();
                return known;
            }
            throw new BusinessException(ErrorCode.UNAVAILABLE);
        }
    }

    /** When the copy of a value was made, while its source cannot be asked for a newer one; else empty. */
    public Optional<Instant> outdatedSince(K key) {
        Slot<V> slot = slots.getIfPresent(key);
        return slot == null ? Optional.empty() : slot.outdatedSince();
    }

    /**
     * Where to put a newer value of a key that the source is about to give along with another one. Empty for a key that is
     * not known here, is fresh for longer, is being asked for, or comes along with somebody else already. What arrives after
     * the key was forgotten is not kept.
     */
    public Optional<Consumer<V>> takingAlong(K key) {
        Slot<V> slot = slots.getIfPresent(key);
        long now = clock.millis();
        return slot != null && slot.comesAlong(now, now + freshMs / 2)
                ? Optional.of(value -> take(slot, value, Long.MIN_VALUE))
                : Optional.empty();
    }

    /** Drops a value, so that the next caller asks. */
    public void forget(K key) {
        slots.invalidate(key);
    }

    /** Makes all values old: the next caller of each asks, and they are served while the source is away. */
    public void age() {
        slots.asMap().values().forEach(Slot::age);
    }

    /** Drops all values. */
    public void clear() {
        slots.invalidateAll();
    }

    /** A new fetch; or the one that somebody else has begun, or even finished, in this moment. */
    private Fetch<V> begin(K key, long version, Slot<V> slot) {
        Fetch<V> fetch = new Fetch<>(version);
        Fetch<V> other = slot.begin(fetch, clock.millis());
        if (other == fetch) {
            fetch.start(() -> run(fetch, key, slot));
        }
        return other;
    }

    /** Nobody is told before the question counts as answered: whoever asks next would take it for one under way. */
    private void run(Fetch<V> fetch, K key, Slot<V> slot) {
        Runnable answer = ask(fetch, key, slot);
        slot.end(fetch);
        answer.run();
    }

    private Runnable ask(Fetch<V> fetch, K key, Slot<V> slot) {
        try {
            V value = source.apply(key);
            meters.miss();
            take(slot, value, fetch.version());
            sourceIsAwayUntil = 0;
            sourceIsSlowUntil = 0;
            return () -> fetch.answer(value);
        } catch (BusinessException e) {
            return failed(fetch, key, slot, e);
        } catch (RuntimeException | Error e) {
            return () -> fetch.fail(e);
        }
    }

    private void take(Slot<V> slot, V value, long version) {
        slot.accept(value, version, clock.millis(), jittered(freshMs), jittered(keptMs), staleMs);
    }

    private Runnable failed(Fetch<V> fetch, K key, Slot<V> slot, BusinessException e) {
        if (!e.isFault() && e.error() != ErrorCode.RATE_LIMITED) {
            slots.invalidate(key);
            return () -> fetch.fail(e);
        }
        long now = clock.millis();
        sourceIsAwayUntil = now + SOURCE_IS_LEFT_ALONE_MS;
        V known = slot.value(fetch.version());
        if (known != null && slot.isUsable(now)) {
            slot.outdate();
            meters.stale();
            return () -> fetch.answer(known);
        }
        slot.fail(e, now + PAUSE_AFTER_FAILURE_MS);
        return () -> fetch.fail(e);
    }

    private static long jittered(long millis) {
        return millis - ThreadLocalRandom.current().nextLong(Math.max(1, millis / 4));
    }
}
