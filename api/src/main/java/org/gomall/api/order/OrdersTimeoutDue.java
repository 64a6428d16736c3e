package org.gomall.api.order;

import java.io.Serializable;
import java.util.List;

/**
 * Timer event: the time to pay some orders is over; each is cancelled unless it was paid. One event for all orders that were placed
 * in one transaction, because their times are over at the same moment.
 */
public record OrdersTimeoutDue(List<Long> orderIds) implements Serializable {}
