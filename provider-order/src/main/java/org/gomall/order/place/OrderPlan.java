package org.gomall.order.place;

import java.time.Instant;
import java.util.List;
import org.gomall.api.stock.ReserveCommand;
import org.gomall.api.stock.ReserveLine;
import org.gomall.order.orders.StoredItem;
import org.gomall.order.orders.StoredOrder;

/** Everything that placing a purchase will write, decided before the global transaction begins. */
record OrderPlan(
        long orderSetId,
        long userId,
        String idempotencyKey,
        String requestHash,
        boolean fromCart,
        long totalCents,
        Instant createdAt,
        List<StoredOrder> orders,
        List<StoredItem> items) {

    /** The pieces to set aside, for all orders of all plans in one call. */
    static ReserveCommand reservation(List<OrderPlan> plans) {
        return new ReserveCommand(plans.stream()
                .flatMap(plan -> plan.items().stream())
                .map(item -> new ReserveLine(item.orderId(), item.skuId(), item.quantity()))
                .toList());
    }

    /** The numbers of their sets. */
    static List<Long> ids(List<OrderPlan> plans) {
        return plans.stream().map(OrderPlan::orderSetId).toList();
    }

    /** The numbers of the sets that are bought from a cart. */
    static List<Long> cartIds(List<OrderPlan> plans) {
        return ids(plans.stream().filter(OrderPlan::fromCart).toList());
    }

    @Override
    public String toString() {
        return "OrderPlan[orderSetId=" + orderSetId + ", orders=" + orders.size() + "]";
    }
}
