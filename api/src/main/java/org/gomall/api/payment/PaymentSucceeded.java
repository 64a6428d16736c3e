package org.gomall.api.payment;

import java.io.Serializable;
import java.util.List;
import org.gomall.api.order.OrderAmount;

/** Event: money was captured for these orders. */
public record PaymentSucceeded(long paymentId, long userId, List<OrderAmount> orders) implements Serializable {}
