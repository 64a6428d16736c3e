package org.gomall.bench.jmh;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.gomall.api.order.PurchaseLine;
import org.gomall.api.product.SkuSnapshot;
import org.gomall.order.pricing.PricedPurchase;
import org.gomall.order.pricing.Pricing;
import org.gomall.order.pricing.ShippingRule;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a purchase costs: one line, and as many as there may be. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PriceCalculation {

    private static final int SHOPS = 5;
    private static final int MOST_LINES = 100;

    private final ShippingRule shipping = new ShippingRule(800, 9_900);
    private final List<PurchaseLine> one = lines(1);
    private final List<PurchaseLine> hundred = lines(MOST_LINES);
    private final Map<Long, SkuSnapshot> skus = LongStream.rangeClosed(1, MOST_LINES)
            .mapToObj(PriceCalculation::sku)
            .collect(Collectors.toMap(SkuSnapshot::skuId, Function.identity()));

    /** One line. */
    @Benchmark
    public PricedPurchase oneLine() {
        return Pricing.price(one, skus, shipping);
    }

    /** A hundred lines from five shops. */
    @Benchmark
    public PricedPurchase hundredLines() {
        return Pricing.price(hundred, skus, shipping);
    }

    private static List<PurchaseLine> lines(int count) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(sku -> new PurchaseLine(sku, 2))
                .toList();
    }

    private static SkuSnapshot sku(long id) {
        return new SkuSnapshot(id, id, id % SHOPS, "Tea", "茶", "tea.svg", Map.of("Size", "S"), 1_000 + id, true);
    }
}
