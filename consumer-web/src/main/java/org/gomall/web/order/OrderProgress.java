package org.gomall.web.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gomall.api.order.OrderHistoryEntry;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.OrderView;

/** The way of an order in a line: where it has been, where it is, and what is ahead. */
final class OrderProgress {

    private static final List<OrderStatus> WAY =
            List.of(OrderStatus.CREATED, OrderStatus.PAID, OrderStatus.SHIPPED, OrderStatus.RECEIVED);
    private static final List<OrderStatus> MONEY_BACK = List.of(OrderStatus.REFUNDING, OrderStatus.REFUNDED);

    private OrderProgress() {}

    /**
     * One place on the way.
     *
     * @param at when the order came here; null while it is ahead
     * @param here whether the order is here now
     */
    public record Stop(OrderStatus status, Instant at, boolean here) {}

    static List<Stop> of(OrderView order) {
        List<OrderStatus> way = new ArrayList<>(WAY);
        if (order.status() == OrderStatus.CANCELLED) {
            way.removeIf(status -> reached(order, status) == null);
            way.add(OrderStatus.CANCELLED);
        } else if (MONEY_BACK.contains(order.status())) {
            way.removeIf(status -> reached(order, status) == null);
            way.addAll(MONEY_BACK);
        } else if (order.status() == OrderStatus.COMPLETED) {
            way.add(OrderStatus.COMPLETED);
        }
        return way.stream()
                .map(status -> new Stop(status, reached(order, status), status == order.status()))
                .toList();
    }

    /** The first time counts: a refund that was refused puts an order back to where it had been. */
    private static Instant reached(OrderView order, OrderStatus status) {
        return order.history().stream()
                .filter(step -> step.to() == status)
                .map(OrderHistoryEntry::at)
                .findFirst()
                .orElse(null);
    }
}
