package org.gomall.web.catalogue;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gomall.api.common.BusinessException;
import org.gomall.api.stock.SkuAvailability;
import org.gomall.api.stock.StockQueryService;
import org.gomall.web.remote.StaleCache;

/**
 * What is left of the SKUs of a product, about a second old. Whoever has to ask for one product asks for others that were
 * looked at lately in the same call: a mall with two hundred lively products asks a few times a second, not two hundred.
 */
final class StockFigures {

    private static final Duration FRESH = Duration.ofSeconds(1);

    /** A figure that is too old would mislead: rather none than one from a minute ago. */
    private static final Duration STALE = Duration.ofSeconds(15);

    /** A page does not wait long for a figure that it can do without: the checkout decides. */
    private static final Duration PATIENCE = Duration.ofMillis(400);

    private static final int PRODUCTS = 10_000;

    /** What one call may ask for; provider-stock takes 200. */
    private static final int SKUS_A_CALL = 200;

    private static final int MOST_WATCHED = 1_000;
    private static final long LATELY_MS = 4_000;

    private final StockQueryService stock;
    private final Function<Long, List<Long>> skus;
    private final Clock clock;
    private final StaleCache<Long, Map<Long, Integer>> figures;
    private final Map<Long, Watched> watched = new ConcurrentHashMap<>();

    /**
     * None yet.
     *
     * @param skus the SKUs of a product
     */
    StockFigures(StockQueryService stock, Function<Long, List<Long>> skus, Clock clock) {
        this.stock = stock;
        this.skus = skus;
        this.clock = clock;
        this.figures = new StaleCache<>("stock", clock, PRODUCTS, FRESH, STALE, PATIENCE, this::load);
    }

    /** A product that somebody looks at. */
    private static final class Watched {

        private volatile long seenAt;
        private volatile List<Long> skus = List.of();
    }

    /** Others whose figures come along: where they go, by the SKUs of each. */
    private record Along(List<Long> skus, Consumer<Map<Long, Integer>> taker) {}

    /**
     * Pieces by SKU; 0 for one that provider-stock has not heard of yet, which cannot be bought.
     *
     * @throws BusinessException UNAVAILABLE when they cannot be had now
     */
    Map<Long, Integer> of(long productId) throws BusinessException {
        Watched product = watched.get(productId);
        if (product == null && watched.size() < MOST_WATCHED) {
            product = watched.computeIfAbsent(productId, id -> new Watched());
        }
        if (product != null) {
            product.seenAt = clock.millis();
        }
        return figures.get(productId);
    }

    void forget(long productId) {
        watched.remove(productId);
        figures.forget(productId);
    }

    void clear() {
        watched.clear();
        figures.clear();
    }

    private Map<Long, Integer> load(Long productId) {
        List<Long> own = skus.apply(productId);
        List<Long> asked = new ArrayList<>(own);
        List<Along> others = others(productId, asked);
        Map<Long, Integer> available = new HashMap<>();
        for (SkuAvailability sku : stock.available(asked)) {
            available.put(sku.skuId(), sku.available());
        }
        others.forEach(other -> other.taker().accept(part(other.skus(), available)));
        Watched product = watched.get(productId);
        if (product != null) {
            product.skus = own;
        }
        return part(own, available);
    }

    /** Products that were looked at lately and will be asked for soon; adds their SKUs to what is asked. */
    private List<Along> others(long but, List<Long> asked) {
        List<Along> others = new ArrayList<>();
        long lately = clock.millis() - LATELY_MS;
        Iterator<Map.Entry<Long, Watched>> all = watched.entrySet().iterator();
        while (all.hasNext() && asked.size() < SKUS_A_CALL) {
            Map.Entry<Long, Watched> entry = all.next();
            Watched product = entry.getValue();
            List<Long> theirs = product.skus;
            if (product.seenAt < lately) {
                all.remove();
            } else if (entry.getKey() != but && !theirs.isEmpty() && asked.size() + theirs.size() <= SKUS_A_CALL) {
                figures.takingAlong(entry.getKey()).ifPresent(taker -> {
                    others.add(new Along(theirs, taker));
                    asked.addAll(theirs);
                });
            }
        }
        return others;
    }

    private static Map<Long, Integer> part(List<Long> skus, Map<Long, Integer> available) {
        Map<Long, Integer> part = new HashMap<>();
        skus.forEach(skuId -> part.put(skuId, available.getOrDefault(skuId, 0)));
        return Map.copyOf(part);
    }
}
