package org.gomall.stock.reservation;

import org.gomall.api.common.Topics;
import org.gomall.api.order.OrderPaid;
import org.gomall.platform.messaging.EventHandler;
import org.springframework.stereotype.Component;

/**
 * Sells the pieces of a paid order if the direct call did not. A refusal (the reservation is not confirmed yet) makes the
 * event come again.
 */
@Component
class OrderPaidHandler implements EventHandler<OrderPaid> {

    private final Reservations reservations;

    OrderPaidHandler(Reservations reservations) {
        this.reservations = reservations;
    }

    @Override
    public String topic() {
        return Topics.ORDER;
    }

    @Override
    public Class<OrderPaid> type() {
        return OrderPaid.class;
    }

    @Override
    public void handle(OrderPaid event) {
        reservations.sellUnlessSold(event.orderId());
    }
}
