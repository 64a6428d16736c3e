package org.gomall.platform.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Metrics;
import java.util.function.ToDoubleFunction;

/**
 * How often a cache had what it was asked for: {@code gomall.cache.gets} by {@code cache} and {@code result} (hit; stale: an old
 * value, because its source was away or being asked; miss).
 */
public final class CacheMeters {

    private static final String NAME = "gomall.cache.gets";

    private final Counter hits;
    private final Counter stale;
    private final Counter misses;

    private CacheMeters(String cache) {
        this.hits = Metrics.counter(NAME, tags(cache, "hit"));
        this.stale = Metrics.counter(NAME, tags(cache, "stale"));
        this.misses = Metrics.counter(NAME, tags(cache, "miss"));
    }

    /** Meters of a cache that counts by hand. */
    public static CacheMeters of(String cache) {
        return new CacheMeters(cache);
    }

    /** Meters of a cache that keeps its own statistics. */
    public static <C> C watch(
            String name, C cache, ToDoubleFunction<? super C> hits, ToDoubleFunction<? super C> misses) {
        FunctionCounter.builder(NAME, cache, hits::applyAsDouble)
                .tags(tags(name, "hit"))
                .register(Metrics.globalRegistry);
        FunctionCounter.builder(NAME, cache, misses::applyAsDouble)
                .tags(tags(name, "miss"))
                .register(Metrics.globalRegistry);
        return cache;
    }

    /** The value was there. */
    public void hit() {
        hits.increment();
    }

    /** An old value was given. */
    public void stale() {
        stale.increment();
    }

    /** Its source was asked. */
    public void miss() {
        misses.increment();
    }

    private static String[] tags(String cache, String result) {
        return new String[] {"cache", cache, "result", result};
    }
}
