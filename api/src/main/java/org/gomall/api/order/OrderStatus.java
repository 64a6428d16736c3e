package org.gomall.api.order;

import java.util.EnumSet;
import java.util.Set;

/** The life of an order as everybody sees it, and the steps it may take. */
public enum OrderStatus {
    CREATED,
    PAID,
    SHIPPED,
    RECEIVED,
    COMPLETED,
    CANCELLED,
    REFUNDING,
    REFUNDED;

    /** Whether the state machine knows a step from here to {@code next}. */
    public boolean canTransitionTo(OrderStatus next) {
        return successors().contains(next);
    }

    /** Whether nothing more can happen. */
    public boolean isFinal() {
        return successors().isEmpty();
    }

    private Set<OrderStatus> successors() {
        return switch (this) {
            case CREATED -> EnumSet.of(PAID, CANCELLED);
            case PAID -> EnumSet.of(SHIPPED, REFUNDING);
            case SHIPPED -> EnumSet.of(RECEIVED, REFUNDING);
            case RECEIVED -> EnumSet.of(COMPLETED, REFUNDING);
            // A refused refund puts the order back where it was.
            case REFUNDING -> EnumSet.of(REFUNDED, PAID, SHIPPED, RECEIVED);
            case COMPLETED, CANCELLED, REFUNDED -> EnumSet.noneOf(OrderStatus.class);
        };
    }
}
