package org.gomall.payment.payments;

import org.gomall.api.common.Topics;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.OrderStatusChanged;
import org.gomall.platform.messaging.EventHandler;
import org.springframework.stereotype.Component;

/** A payment that still waits for the channel expires with its order. */
@Component
class OrderCancelledHandler implements EventHandler<OrderStatusChanged> {

    private final Cancellation cancellation;

    OrderCancelledHandler(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    @Override
    public String topic() {
        return Topics.ORDER;
    }

    @Override
    public Class<OrderStatusChanged> type() {
        return OrderStatusChanged.class;
    }

    /** An order takes more steps than this one. */
    @Override
    public boolean concerns(OrderStatusChanged event) {
        return event.to() == OrderStatus.CANCELLED;
    }

    @Override
    public void handle(OrderStatusChanged event) {
        cancellation.expireWith(event.orderId());
    }
}
