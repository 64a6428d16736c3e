package org.gomall.web.remote;

import com.github.benmanes.caffeine.cache.Caffeine;

/** Caches in memory that are read by every request. */
public final class LocalCache {

    private LocalCache() {}

    /**
     * Tidies up on the thread of whoever reads, a few entries at a time: waking another thread for them, as Caffeine does by
     * itself, cost a twentieth of an answer that was ready.
     */
    public static Caffeine<Object, Object> builder() {
        return Caffeine.newBuilder().executor(Runnable::run);
    }
}
