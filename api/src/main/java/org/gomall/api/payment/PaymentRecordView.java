package org.gomall.api.payment;

import java.io.Serializable;
import java.time.Instant;

/** A payment as the books have it; amounts in fen. */
public record PaymentRecordView(
        long paymentId,
        long userId,
        PaymentMethod method,
        PaymentStatus status,
        long amountCents,
        long refundedCents,
        Instant createdAt)
        implements Serializable {}
