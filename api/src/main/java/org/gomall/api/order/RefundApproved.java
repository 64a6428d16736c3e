package org.gomall.api.order;

import java.io.Serializable;

/**
 * Event, and argument of {@code RefundService.refund}: this much of what was paid for an order shall be given back.
 *
 * @param refundId number of the refund request; the same number gives money back once
 * @param paymentId the payment that paid the order
 * @param amountCents in fen, more than 0
 * @param reason in the shopper's words
 */
public record RefundApproved(long refundId, long orderId, long paymentId, long userId, long amountCents, String reason)
        implements Serializable {}
