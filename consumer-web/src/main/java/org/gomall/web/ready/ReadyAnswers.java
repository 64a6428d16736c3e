package org.gomall.web.ready;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.Duration;
import org.gomall.platform.metrics.CacheMeters;
import org.gomall.web.remote.LocalCache;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The answers that are ready. One that few ask for never drives out one that many ask for. */
@Component
final class ReadyAnswers {

    /** All together; about a thousand pages. */
    private static final long MOST_BYTES = 32L * 1024 * 1024;

    private static final Duration UNASKED = Duration.ofMinutes(10);

    private final CacheMeters meters = CacheMeters.of("answers");
    private final boolean keeps;
    private final Cache<Asked, Kept> kept;

    /**
     * None yet.
     *
     * @param keeps whether templates stay as they are while this process runs
     */
    @Autowired
    ReadyAnswers(@Value("${spring.thymeleaf.cache:true}") boolean keeps) {
        this(keeps, MOST_BYTES);
    }

    ReadyAnswers(boolean keeps, long mostBytes) {
        this.keeps = keeps;
        this.kept = LocalCache.builder()
                .maximumWeight(mostBytes)
                .weigher((Asked asked, Kept answer) -> answer.bytes() + asked.bytes())
                .expireAfterAccess(UNASKED)
                .build();
    }

    /** The answer that was given last, or null. */
    Kept last(Asked asked) {
        return kept.getIfPresent(asked);
    }

    /** Whether it can be given again; drops it if not. */
    boolean isCurrent(Asked asked, Kept answer) {
        if (answer.isCurrent()) {
            meters.hit();
            return true;
        }
        kept.asMap().remove(asked, answer);
        meters.stale();
        return false;
    }

    /** Keeps an answer, unless its contents have changed while it was made. */
    void keep(Asked asked, Kept answer) {
        meters.miss();
        if (keeps && answer.isCurrent()) {
            kept.put(asked, answer);
        }
    }

    /** Bytes of all that are kept. */
    long bytes() {
        kept.cleanUp();
        return kept.asMap().entrySet().stream()
                .mapToLong(entry -> entry.getKey().bytes() + entry.getValue().bytes())
                .sum();
    }
}
