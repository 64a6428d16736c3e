package org.gomall.api.payment;

import java.io.Serializable;

/** A wallet; balance in fen. */
public record WalletView(long balanceCents) implements Serializable {}
