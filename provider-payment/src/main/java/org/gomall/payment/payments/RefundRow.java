package org.gomall.payment.payments;

import java.time.Instant;
import org.gomall.api.payment.RefundStatus;
import org.gomall.api.payment.RefundView;

/**
 * A row of table {@code refund}; components in the order of the columns that are read.
 *
 * @param requestId the refund request of provider-order, or 0
 */
record RefundRow(
        long paymentId,
        long refundId,
        long orderId,
        long amountCents,
        String reason,
        RefundStatus status,
        long requestId,
        Instant createdAt) {

    RefundView view() {
        return new RefundView(refundId, orderId, amountCents, reason, status, createdAt);
    }
}
