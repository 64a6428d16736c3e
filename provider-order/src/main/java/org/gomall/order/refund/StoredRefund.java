package org.gomall.order.refund;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.RefundApproved;
import org.gomall.api.order.RefundHistoryEntry;
import org.gomall.api.order.RefundRequestView;
import org.gomall.api.order.RefundStatus;
import org.gomall.api.order.RequestRefundCommand;

/** A row of table refund_request; amounts in fen. */
record StoredRefund(
        long refundId,
        long orderId,
        long userId,
        long shopId,
        long paymentId,
        RefundStatus status,
        Long askedCents,
        long amountCents,
        String reason,
        String refusal,
        OrderStatus orderStatus,
        Long leftMicros,
        Instant createdAt,
        Instant updatedAt) {

    /** Whether this is what the command asks for. */
    boolean answers(RequestRefundCommand command) {
        return orderId == command.orderId()
                && reason.equals(command.reason().strip())
                && Objects.equals(askedCents, command.amountCents());
    }

    /** The time that the order's status had left, or null. */
    Duration left() {
        return leftMicros == null ? null : Duration.of(leftMicros, ChronoUnit.MICROS);
    }

    RefundApproved approved() {
        return new RefundApproved(refundId, orderId, paymentId, userId, amountCents, reason);
    }

    RefundRequestView view(List<RefundHistoryEntry> history) {
        return new RefundRequestView(
                refundId,
                orderId,
                shopId,
                status,
                amountCents,
                reason,
                refusal,
                orderStatus,
                createdAt,
                updatedAt,
                history);
    }
}
