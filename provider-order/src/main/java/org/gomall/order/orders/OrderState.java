package org.gomall.order.orders;

import org.gomall.api.order.OrderStatus;

/** What the table knows about the life of an order: everybody's {@link OrderStatus} and two steps in between. */
public enum OrderState {
    /** Written by a global transaction that has not committed; nobody sees it. */
    PLACING(null),
    CREATED(OrderStatus.CREATED),
    /** Held by a global transaction that cancels it; still shown as CREATED, because it may not come to that. */
    CANCELLING(OrderStatus.CREATED),
    PAID(OrderStatus.PAID),
    SHIPPED(OrderStatus.SHIPPED),
    RECEIVED(OrderStatus.RECEIVED),
    COMPLETED(OrderStatus.COMPLETED),
    CANCELLED(OrderStatus.CANCELLED),
    REFUNDING(OrderStatus.REFUNDING),
    REFUNDED(OrderStatus.REFUNDED);

    private final OrderStatus shown;

    OrderState(OrderStatus shown) {
        this.shown = shown;
    }

    /** What everybody sees; null while the order is invisible. */
    public OrderStatus shown() {
        return shown;
    }

    /** Whether the state machine knows the step from here to {@code next}. */
    boolean canTransitionTo(OrderStatus next) {
        return switch (this) {
            case PLACING -> next == OrderStatus.CREATED;
            case CANCELLING -> next == OrderStatus.CANCELLED;
            default -> shown.canTransitionTo(next);
        };
    }
}
