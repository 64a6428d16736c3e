package org.gomall.api.payment;

import java.io.Serializable;

/** A top-up that was booked; amount and the balance right after it, in fen. */
public record TopUpView(long topupId, long amountCents, long balanceCents) implements Serializable {}
