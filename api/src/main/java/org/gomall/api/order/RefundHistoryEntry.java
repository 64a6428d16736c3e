package org.gomall.api.order;

import java.io.Serializable;
import java.time.Instant;

/**
 * One step of a refund request.
 *
 * @param from null for the first step
 * @param by who did it: USER, MERCHANT, ADMIN or SYSTEM
 * @param reason why, may be null
 */
public record RefundHistoryEntry(RefundStatus from, RefundStatus to, Instant at, String by, String reason)
        implements Serializable {}
