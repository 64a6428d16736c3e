package org.gomall.payment.payments;

import org.gomall.api.payment.PaymentStatus;

/**
 * A row of table {@code charge} with its payment; components in the order of the columns that are read.
 *
 * @param token null once the channel has decided
 * @param attempts how often the channel was asked
 */
record ChargeRow(long paymentId, long userId, String token, long amountCents, PaymentStatus payment, int attempts) {}
