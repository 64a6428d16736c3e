package org.gomall.web.order;

import org.gomall.api.common.Topics;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.OrderStatusChanged;
import org.gomall.platform.messaging.EventHandler;
import org.gomall.web.live.LiveStreams;
import org.springframework.stereotype.Component;

/** Tells browsers that watch an order of every step it takes. */
@Component
class OrderEvents implements EventHandler<OrderStatusChanged> {

    private final LiveStreams streams;

    OrderEvents(LiveStreams streams) {
        this.streams = streams;
    }

    @Override
    public String topic() {
        return Topics.ORDER;
    }

    @Override
    public Class<OrderStatusChanged> type() {
        return OrderStatusChanged.class;
    }

    @Override
    public boolean broadcast() {
        return true;
    }

    @Override
    public void handle(OrderStatusChanged event) {
        Step step = new Step(
                event.orderId(),
                event.from(),
                event.to(),
                event.at() == null ? null : event.at().toString(),
                event.reason());
        streams.tell(event.userId(), LiveStreams.Kind.ORDER, event.orderId(), step);
    }

    /** What a browser is told. */
    record Step(long orderId, OrderStatus from, OrderStatus to, String at, String reason) {

        /** Where an order is, before it takes its next step. */
        static Step at(long orderId, OrderStatus status) {
            return new Step(orderId, null, status, null, null);
        }
    }
}
