package org.gomall.stock.reservation;

/** The life of the pieces that an order holds; all lines of an order are always in the same one. */
enum ReservationStatus {
    /** Set aside by a global transaction that is still open. */
    TRYING,
    /** Held for an order that waits for its payment. */
    RESERVED,
    /** Still held; an open global transaction wants to give them back. */
    RELEASING,
    /** Given back. */
    RELEASED,
    /** Paid. */
    SOLD,
    /** Paid, refunded, and never shipped: on the shelf again. */
    RETURNED
}
