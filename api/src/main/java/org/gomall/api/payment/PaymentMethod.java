package org.gomall.api.payment;

/** How to pay. */
public enum PaymentMethod {
    /** Captured before the answer. */
    WALLET,
    /** PENDING until the card channel has answered. */
    CARD
}
