package org.gomall.order.place;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gomall.api.order.PurchaseLine;
import org.springframework.stereotype.Component;

/**
 * SKUs that somebody could not get a moment ago. Whoever wants one of them goes alone for a second, so that a crowd before an empty
 * shelf does not spoil group after group for the buyers of everything else. Forgetting or remembering wrongly costs time only.
 */
@Component
class LoneSkus {

    private static final Duration MEMORY = Duration.ofSeconds(1);
    private static final int MAX_SIZE = 10_000;

    private final Map<Long, Long> untilMillis = new ConcurrentHashMap<>();
    private final Clock clock;

    LoneSkus(Clock clock) {
        this.clock = clock;
    }

    void remember(Collection<Long> skuIds) {
        if (untilMillis.size() >= MAX_SIZE) {
            untilMillis.clear();
        }
        long until = clock.millis() + MEMORY.toMillis();
        skuIds.forEach(skuId -> untilMillis.put(skuId, until));
    }

    boolean anyOf(List<PurchaseLine> lines) {
        return lines.stream().anyMatch(line -> contains(line.skuId()));
    }

    private boolean contains(long skuId) {
        Long until = untilMillis.get(skuId);
        if (until == null || until > clock.millis()) {
            return until != null;
        }
        untilMillis.remove(skuId, until);
        return false;
    }
}
