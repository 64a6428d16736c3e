package org.gomall.api.order;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * An order as admins see it: whose it is and what happened, with no more about the person than its care needs.
 *
 * @param userId who bought it
 * @param totalCents items + shipping − discount, in fen
 * @param receiver who gets the parcel
 * @param phone of the receiver, only its first and last digits, for example 138****8000
 * @param paymentId the payment that paid it, or null
 * @param expiresAt when it is cancelled unless paid; null once it is not waiting for payment
 * @param cancelReason set when CANCELLED
 * @param refundedCents what of the total went back to the shopper, in fen
 * @param history every step so far, oldest first; empty in lists
 * @param refunds every refund request, oldest first; empty in lists
 */
public record AdminOrderView(
        long orderId,
        long userId,
        long shopId,
        OrderStatus status,
        long itemsCents,
        long shippingCents,
        long discountCents,
        long totalCents,
        long refundedCents,
        List<OrderItemView> items,
        String receiver,
        String phone,
        String province,
        String city,
        Long paymentId,
        Instant createdAt,
        Instant expiresAt,
        CancelReason cancelReason,
        String carrier,
        String trackingNo,
        List<OrderHistoryEntry> history,
        List<RefundRequestView> refunds)
        implements Serializable {

    /** Without the person's data. */
    @Override
    public String toString() {
        return "AdminOrderView[orderId=" + orderId + ", status=" + status + "]";
    }
}
