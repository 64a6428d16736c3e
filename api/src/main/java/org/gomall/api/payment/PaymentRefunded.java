package org.gomall.api.payment;

import java.io.Serializable;

/** Event: money was given back for an order, in fen. */
public record PaymentRefunded(long paymentId, long userId, long orderId, long amountCents) implements Serializable {}
