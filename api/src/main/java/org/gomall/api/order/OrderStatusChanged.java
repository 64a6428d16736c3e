package org.gomall.api.order;

import java.io.Serializable;
import java.time.Instant;

/** Event: an order took a step. That it was created is told by {@link OrdersCreated}. */
public record OrderStatusChanged(
        long orderId, long userId, long shopId, OrderStatus from, OrderStatus to, Instant at, String reason)
        implements Serializable {}
