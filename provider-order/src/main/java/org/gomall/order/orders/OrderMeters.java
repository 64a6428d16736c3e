package org.gomall.order.orders;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Metrics;
import java.util.List;
import org.gomall.api.order.OrderStatus;

/**
 * Figures of the business: {@code gomall.orders.placed} and their value, {@code gomall.orders.steps} by the state that was reached,
 * {@code gomall.orders.lines}, how many different things a shopper buys at once, and {@code gomall.orders.together}, how many
 * purchases shared a transaction. All count what has committed.
 */
public final class OrderMeters {

    private static final Counter PLACED = Metrics.counter("gomall.orders.placed");
    private static final Counter VALUE =
            Counter.builder("gomall.orders.placed.value").baseUnit("cents").register(Metrics.globalRegistry);
    private static final DistributionSummary LINES = Metrics.summary("gomall.orders.lines");

    private static final DistributionSummary TOGETHER = Metrics.summary("gomall.orders.together");

    private OrderMeters() {}

    /** These orders can be seen from now on. */
    static void placed(List<StoredOrder> orders) {
        PLACED.increment(orders.size());
        VALUE.increment(orders.stream().mapToLong(StoredOrder::totalCents).sum());
    }

    /** An order has reached this state. */
    static void took(OrderStatus to) {
        Metrics.counter("gomall.orders.steps", "to", to.name()).increment();
    }

    /** So many purchases were placed by one transaction. */
    public static void together(int purchases) {
        TOGETHER.record(purchases);
    }

    /** A purchase of so many lines was accepted. */
    public static void bought(int lines) {
        LINES.record(lines);
    }
}
