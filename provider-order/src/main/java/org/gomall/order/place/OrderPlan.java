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

    /** The pieces to set aside, for all orders in one call. */
    ReserveCommand reservation() {
        return new ReserveCommand(items.stream()
                .map(item -> new ReserveLine(item.orderId(), item.skuId(), item.quantity()))
                .toList());
    }

    @Override
    public String toString() {
        return "OrderPlan[orderSetId=" + orderSetId + ", orders=" + orders.size() + "]";
    }
}
