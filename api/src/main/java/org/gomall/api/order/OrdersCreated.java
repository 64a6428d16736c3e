package org.gomall.api.order;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * Event: orders are there, and wait for their payment. One event for all orders that were placed in one transaction; every later
 * step of an order is an {@link OrderStatusChanged} of its own.
 */
public record OrdersCreated(List<Created> orders, Instant at) implements Serializable {

    /**
     * One of the orders.
     *
     * @param totalCents what is to be paid for it, in fen
     */
    public record Created(long orderId, long userId, long shopId, long totalCents) implements Serializable {}
}
