package org.gomall.api.order;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * A wish to get money of an order back, and what became of it.
 *
 * @param amountCents in fen
 * @param reason in the shopper's words
 * @param refusal why it was refused, or null
 * @param orderStatus where the order was when it was asked for; it goes back there unless all its money is back
 * @param history every step so far, oldest first
 */
public record RefundRequestView(
        long refundId,
        long orderId,
        long shopId,
        RefundStatus status,
        long amountCents,
        String reason,
        String refusal,
        OrderStatus orderStatus,
        Instant createdAt,
        Instant updatedAt,
        List<RefundHistoryEntry> history)
        implements Serializable {}
