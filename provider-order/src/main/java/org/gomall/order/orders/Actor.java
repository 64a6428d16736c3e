package org.gomall.order.orders;

/** Who takes a step. */
public enum Actor {
    USER,
    MERCHANT,
    ADMIN,
    /** A time limit, or another service. */
    SYSTEM
}
