package org.gomall.api.payment;

/** How to pay. */
public enum PaymentMethod {
    WALLET
}
