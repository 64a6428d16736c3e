package org.gomall.api.payment;

import java.io.Serializable;
import java.time.Instant;

/**
 * Event: a payment came to an end, or left one for another; {@code from} is null when it was captured as it began. For live
 * pages. That a payment waits for the channel is no event.
 */
public record PaymentStatusChanged(long paymentId, long userId, PaymentStatus from, PaymentStatus to, Instant at)
        implements Serializable {}
