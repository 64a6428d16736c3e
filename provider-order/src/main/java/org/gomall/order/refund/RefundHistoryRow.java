package org.gomall.order.refund;

import java.time.Instant;
import org.gomall.api.order.RefundHistoryEntry;
import org.gomall.api.order.RefundStatus;
import org.gomall.order.orders.Actor;

/** A row of table refund_history. */
record RefundHistoryRow(
        long refundId,
        RefundStatus fromStatus,
        RefundStatus toStatus,
        Instant changedAt,
        Actor changedBy,
        String reason) {

    RefundHistoryEntry entry() {
        return new RefundHistoryEntry(fromStatus, toStatus, changedAt, changedBy.name(), reason);
    }
}
