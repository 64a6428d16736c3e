package org.gomall.stock.reservation;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Remembers for some seconds which SKUs ran out. A purchase of such a SKU looks before it opens a branch: when a crowd
 * stands before an empty shelf, a refusal then costs one plain read instead of a branch, a fence row and a rollback.
 * Purchases of all other SKUs pay nothing. Forgetting or remembering wrongly costs time only.
 */
@Component
class ScarceSkus {

    private static final Duration MEMORY = Duration.ofSeconds(5);
    private static final int MAX_SIZE = 10_000;

    private final Map<Long, Long> untilMillis = new ConcurrentHashMap<>();
    private final Clock clock;

    ScarceSkus(Clock clock) {
        this.clock = clock;
    }

    void remember(long skuId) {
        if (untilMillis.size() >= MAX_SIZE) {
            untilMillis.clear();
        }
        untilMillis.put(skuId, clock.millis() + MEMORY.toMillis());
    }

    boolean contains(long skuId) {
        Long until = untilMillis.get(skuId);
        if (until == null || until > clock.millis()) {
            return until != null;
        }
        untilMillis.remove(skuId, until);
        return false;
    }
}
