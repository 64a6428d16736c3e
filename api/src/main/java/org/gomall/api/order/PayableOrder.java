package org.gomall.api.order;

import java.io.Serializable;

/** An order that waits for payment: whose shop sells it, and what it costs in fen. */
public record PayableOrder(long orderId, long shopId, long amountCents) implements Serializable {}
