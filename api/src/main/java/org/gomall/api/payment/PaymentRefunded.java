package org.gomall.api.payment;

import java.io.Serializable;

/**
 * Event: money was given back for an order.
 *
 * @param amountCents in fen
 * @param refundId the refund request that asked for it ({@code RefundApproved}), or 0 when the money had come too late
 */
public record PaymentRefunded(long paymentId, long userId, long orderId, long amountCents, long refundId)
        implements Serializable {}
