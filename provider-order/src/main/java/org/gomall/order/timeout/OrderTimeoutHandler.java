package org.gomall.order.timeout;

import org.gomall.api.common.Topics;
import org.gomall.api.order.OrderTimeoutDue;
import org.gomall.platform.messaging.EventHandler;
import org.springframework.stereotype.Component;

/** The timer of an order's payment has run out. */
@Component
class OrderTimeoutHandler implements EventHandler<OrderTimeoutDue> {

    private final Expiry expiry;

    OrderTimeoutHandler(Expiry expiry) {
        this.expiry = expiry;
    }

    @Override
    public String topic() {
        return Topics.TIMER;
    }

    @Override
    public Class<OrderTimeoutDue> type() {
        return OrderTimeoutDue.class;
    }

    /** It starts a global transaction of its own, and does nothing the second time. */
    @Override
    public boolean transactional() {
        return false;
    }

    @Override
    public void handle(OrderTimeoutDue event) {
        expiry.cancelIfDue(event.orderId());
    }
}
