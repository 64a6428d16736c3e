package org.gomall.api.payment;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * A payment as the books have it; amounts in fen.
 *
 * @param orderIds the orders it is for, at least one
 */
public record PaymentRecordView(
        long paymentId,
        long userId,
        PaymentMethod method,
        PaymentStatus status,
        long amountCents,
        long refundedCents,
        Instant createdAt,
        List<Long> orderIds)
        implements Serializable {}
