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

    /** Not if the direct call has sold them, as it nearly always has. */
    @Override
    public boolean concerns(OrderPaid event) {
        return !reservations.wasSold(event.orderId());
    }

    @Override
    public void handle(OrderPaid event) {
        reservations.sell(event.orderId());
    }
}
