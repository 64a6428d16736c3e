package org.gomall.api.payment;

/** How far money is on its way back. */
public enum RefundStatus {
    /** The card channel works on it. */
    PENDING,
    DONE
}
