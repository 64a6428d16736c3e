package org.gomall.web.remote;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.opentelemetry.context.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.platform.metrics.CacheMeters;
import org.gomall.platform.tracing.TraceId;

/**
 * A small cache for remote reads. An entry is fresh for a moment (with some jitter, so that entries do not all age at
 * once); after that one caller fetches it anew while the others get the old one. A slow source costs that caller a quarter of
 * a second, then it gets the old value as well. While the source is away the old one goes on being served, up to a limit: one
 * caller in two seconds asks the source for all keys, so that nobody else waits for what does not come; a key of which
 * nothing is known here is asked for at most once a second.
 */
public final class StaleCache<K, V> {

    private static final long PAUSE_AFTER_FAILURE_MS = 1_000;
    private static final Duration PATIENCE = Duration.ofMillis(250);

    /** No timeout of a remote read is longer; what a caller waits for when there is nothing else to be had. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final int MOST_FETCHERS = 64;
    private static final long IDLE_SECONDS = 30;
    private static final Executor FETCHERS = fetchers();
    private static final long SOURCE_IS_LEFT_ALONE_MS = 2_000;

    private final Cache<K, Slot<V>> slots;
    private final Function<K, V> source;
    private final long freshMs;
    private final long staleMs;
    private final Duration patience;
    private final Clock clock;
    private final CacheMeters meters;
    private volatile long sourceIsAwayUntil;

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
            meters.hit();
            return known;
        }
        boolean usable = known != null && now < slot.staleUntil;
        Fetch<V> fetch = slot.underway;
        boolean another = fetch != null && fetch.version >= version;
        boolean isAway = now < sourceIsAwayUntil;
        if (usable && (another || isAway)) {
            if (isAway) {
                slot.outdated = true;
            }
            meters.stale();
            return known;
        }
        try {
            return another ? await(fetch, patience) : await(begin(key, version, slot), usable ? PATIENCE : patience);
        } catch (TimeoutException slow) {
            if (usable) {
                meters.stale();
                return known;
            }
            throw new BusinessException(ErrorCode.UNAVAILABLE);
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

    /** A new fetch; or the one that somebody else has begun, or even finished, in this moment. */
    private Fetch<V> begin(K key, long version, Slot<V> slot) {
        Fetch<V> fetch = new Fetch<>(version);
        synchronized (slot) {
            Fetch<V> other = slot.underway;
            if (other != null && other.version >= version) {
                return other;
            }
            long now = clock.millis();
            V known = slot.value(version);
            if (known != null && now < slot.freshUntil) {
                fetch.result.complete(known);
                return fetch;
            }
            if (slot.failure != null && now < slot.askAgainAt) {
                throw slot.failure;
            }
            slot.underway = fetch;
        }
        String traceId = TraceId.current();
        FETCHERS.execute(Context.current().wrap(() -> TraceId.run(traceId, () -> run(fetch, key, slot))));
        return fetch;
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
            slot.accept(value, fetch.version, clock.millis(), jittered(freshMs), staleMs);
            sourceIsAwayUntil = 0;
            return () -> fetch.result.complete(value);
        } catch (BusinessException e) {
            return failed(fetch, key, slot, e);
        } catch (RuntimeException | Error e) {
            return () -> fetch.result.completeExceptionally(e);
        }
    }

    private Runnable failed(Fetch<V> fetch, K key, Slot<V> slot, BusinessException e) {
        if (!e.isFault() && e.error() != ErrorCode.RATE_LIMITED) {
            slots.invalidate(key);
            return () -> fetch.result.completeExceptionally(e);
        }
        long now = clock.millis();
        sourceIsAwayUntil = now + SOURCE_IS_LEFT_ALONE_MS;
        V known = slot.value(fetch.version);
        if (known != null && now < slot.staleUntil) {
            slot.outdated = true;
            meters.stale();
            return () -> fetch.result.complete(known);
        }
        slot.askAgainAt = now + PAUSE_AFTER_FAILURE_MS;
        slot.failure = e;
        return () -> fetch.result.completeExceptionally(e);
    }

    private static <V> V await(Fetch<V> fetch, Duration patience) throws TimeoutException {
        try {
            return fetch.result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BusinessException refusal) {
                throw refusal;
            }
            throw new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusinessException(ErrorCode.UNAVAILABLE);
        }
    }

    private static long jittered(long millis) {
        return millis - ThreadLocalRandom.current().nextLong(Math.max(1, millis / 4));
    }

    /** Threads for as many fetches as a process has under way in bad times; beyond them callers fetch themselves. */
    private static Executor fetchers() {
        return new ThreadPoolExecutor(
                0,
                MOST_FETCHERS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                work -> {
                    Thread thread = new Thread(work, "fetch");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.CallerRunsPolicy());
    }

    /**
     * One question to the source.
     *
     * @param version of the source, read before the question
     */
    private record Fetch<V>(long version, CompletableFuture<V> result) {

        Fetch(long version) {
            this(version, new CompletableFuture<>());
        }
    }

    /** What is known under one key. */
    private static final class Slot<V> {
        private volatile Fetch<V> underway;
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

        /** Does nothing when a later question was answered sooner. */
        private synchronized void accept(V loaded, long version, long now, long freshMs, long staleMs) {
            if (held == null || held.version <= version) {
                freshUntil = now + freshMs;
                staleUntil = now + staleMs;
                loadedAt = now;
                outdated = false;
                failure = null;
                held = new Versioned<>(loaded, version);
            }
        }

        private synchronized void end(Fetch<V> fetch) {
            if (underway == fetch) {
                underway = null;
            }
        }
    }

    private record Versioned<V>(V value, long version) {}
}
