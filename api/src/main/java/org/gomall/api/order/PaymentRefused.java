package org.gomall.api.order;

import java.io.Serializable;

/** Event: money arrived for an order that cannot take it any more; it must be given back (amount in fen). */
public record PaymentRefused(long orderId, long paymentId, long amountCents) implements Serializable {}
