package org.gomall.api.payment;

import java.io.Serializable;
import java.time.Instant;

/**
 * Money given back for one order, in fen.
 *
 * @param reason why, for example LATE_PAYMENT, or REQUEST when the shop agreed to it
 * @param status whether it is back already
 */
public record RefundView(
        long refundId, long orderId, long amountCents, String reason, RefundStatus status, Instant createdAt)
        implements Serializable {}
