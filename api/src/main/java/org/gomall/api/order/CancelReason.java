package org.gomall.api.order;

/** Why an order was cancelled. */
public enum CancelReason {
    USER,
    TIMEOUT,
    MERCHANT,
    ADMIN
}
