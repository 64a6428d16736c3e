package org.gomall.api.payment;

/** Whose network a card belongs to, as the channel says. */
public enum CardBrand {
    VISA,
    MASTERCARD,
    AMEX,
    UNIONPAY,
    JCB,
    DISCOVER,
    OTHER
}
