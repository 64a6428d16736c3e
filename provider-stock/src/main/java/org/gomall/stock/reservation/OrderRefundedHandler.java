package org.gomall.stock.reservation;

import org.gomall.api.common.Topics;
import org.gomall.api.order.OrderRefunded;
import org.gomall.platform.messaging.EventHandler;
import org.springframework.stereotype.Component;

/**
 * Takes the pieces of a refunded order back if the direct call did not. A refusal (the news of its payment is still on its
 * way) makes the event come again.
 */
@Component
class OrderRefundedHandler implements EventHandler<OrderRefunded> {

    private final Reservations reservations;

    OrderRefundedHandler(Reservations reservations) {
        this.reservations = reservations;
    }

    @Override
    public String topic() {
        return Topics.ORDER;
    }

    @Override
    public Class<OrderRefunded> type() {
        return OrderRefunded.class;
    }

    /** What was shipped is with the shopper or on its way back; a merchant counts it in by an adjustment. */
    @Override
    public boolean concerns(OrderRefunded event) {
        return !event.shipped();
    }

    @Override
    public void handle(OrderRefunded event) {
        reservations.takeBack(event.orderId());
    }
}
