package org.gomall.order.orders;

import java.time.Instant;
import org.gomall.api.order.OrderHistoryEntry;
import org.gomall.api.order.OrderStatus;

/** A row of table order_history. */
record HistoryRow(
        long orderId, OrderStatus fromStatus, OrderStatus toStatus, Instant changedAt, Actor changedBy, String reason) {

    OrderHistoryEntry entry() {
        return new OrderHistoryEntry(fromStatus, toStatus, changedAt, changedBy.name(), reason);
    }
}
