package org.gomall.api.payment;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * A payment; amounts in fen.
 *
 * @param refundedCents how much of it was given back so far
 * @param refunds every amount that was given back
 */
public record PaymentView(
        long paymentId,
        List<Long> orderIds,
        PaymentMethod method,
        PaymentStatus status,
        long amountCents,
        long refundedCents,
        Instant createdAt,
        List<RefundView> refunds)
        implements Serializable {}
