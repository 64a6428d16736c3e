package org.gomall.api.order;

/** The life of a refund request: REQUESTED, then REFUSED, or APPROVED and DONE when the money is back. */
public enum RefundStatus {
    REQUESTED,
    APPROVED,
    REFUSED,
    DONE;

    /** Whether somebody or something still has to act. */
    public boolean isOpen() {
        return this == REQUESTED || this == APPROVED;
    }
}
