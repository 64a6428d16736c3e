package org.gomall.payment.payments;

/** An order's part of a payment: what was paid for it and how much of that was given back. */
record PaymentShare(long paymentId, long userId, long orderId, long amountCents, long refundedCents) {

    long remainingCents() {
        return amountCents - refundedCents;
    }
}
