package org.gomall.api.order;

import java.io.Serializable;
import java.time.Instant;

/** Event: an order took a step; {@code from} is null when it was created. For live pages and figures. */
public record OrderStatusChanged(
        long orderId, long userId, long shopId, OrderStatus from, OrderStatus to, Instant at, String reason)
        implements Serializable {}
