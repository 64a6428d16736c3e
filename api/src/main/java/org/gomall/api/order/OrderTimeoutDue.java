package org.gomall.api.order;

import java.io.Serializable;

/** Timer event: the time to pay an order is over; it is cancelled unless it was paid. */
public record OrderTimeoutDue(long orderId) implements Serializable {}
