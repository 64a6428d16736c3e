package org.gomall.api.order;

import java.io.Serializable;

/** An order and an amount in fen. */
public record OrderAmount(long orderId, long amountCents) implements Serializable {}
