package org.gomall.payment.payments;

import org.gomall.api.payment.PaymentMethod;

/**
 * An order's part of a payment: what was paid for it, how much of that was given back, and how much is on its way back;
 * components in the order of the columns that are read.
 */
record PaymentShare(
        long paymentId,
        long userId,
        PaymentMethod method,
        long orderId,
        long amountCents,
        long refundedCents,
        long refundingCents) {

    long remainingCents() {
        return amountCents - refundedCents - refundingCents;
    }
}
