package org.gomall.api.payment;

import java.io.Serializable;
import java.time.Instant;

/** Money given back for one order, in fen; {@code reason} says why, for example LATE_PAYMENT. */
public record RefundView(long refundId, long orderId, long amountCents, String reason, Instant createdAt)
        implements Serializable {}
