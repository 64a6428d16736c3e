package org.gomall.api.order;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * An order.
 *
 * @param totalCents items + shipping − discount, in fen
 * @param address where it goes, as it was when ordered or last changed
 * @param expiresAt when it is cancelled unless paid; null once it is not waiting for payment
 * @param cancelReason set when CANCELLED
 * @param history every step so far, oldest first; empty in lists
 * @param refundedCents what of the total went back to the shopper, in fen
 * @param refunds every refund request, oldest first; empty in lists
 */
public record OrderView(
        long orderId,
        long shopId,
        OrderStatus status,
        long itemsCents,
        long shippingCents,
        long discountCents,
        long totalCents,
        List<OrderItemView> items,
        OrderAddress address,
        String note,
        Instant createdAt,
        Instant expiresAt,
        CancelReason cancelReason,
        String carrier,
        String trackingNo,
        List<OrderHistoryEntry> history,
        long refundedCents,
        List<RefundRequestView> refunds)
        implements Serializable {}
