package org.gomall.payment.payments;

import java.time.Instant;
import org.gomall.api.payment.PaymentMethod;
import org.gomall.api.payment.PaymentStatus;

/** A row of table {@code payment}; components in the order of the columns that are read. */
record PaymentRow(
        long paymentId,
        long userId,
        PaymentMethod method,
        PaymentStatus status,
        long amountCents,
        long refundedCents,
        Instant createdAt) {}
