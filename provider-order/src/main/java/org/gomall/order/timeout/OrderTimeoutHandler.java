package org.gomall.order.timeout;

import org.gomall.api.common.BusinessException;
import org.gomall.api.common.Topics;
import org.gomall.api.order.OrdersTimeoutDue;
import org.gomall.platform.cells.Cells;
import org.gomall.platform.messaging.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The timer of the payment of some orders has run out. */
@Component
class OrderTimeoutHandler implements EventHandler<OrdersTimeoutDue> {

    private static final Logger log = LoggerFactory.getLogger(OrderTimeoutHandler.class);

    private final Expiry expiry;
    private final Cells cells;

    OrderTimeoutHandler(Expiry expiry, Cells cells) {
        this.expiry = expiry;
        this.cells = cells;
    }

    @Override
    public String topic() {
        return Topics.TIMER;
    }

    @Override
    public Class<OrdersTimeoutDue> type() {
        return OrdersTimeoutDue.class;
    }

    /** Orders of one event were placed by one process, so they are all of one cell. */
    @Override
    public boolean concerns(OrdersTimeoutDue event) {
        return event.orderIds().stream().allMatch(cells::keep);
    }

    /** It starts global transactions of its own, and does nothing the second time. */
    @Override
    public boolean transactional() {
        return false;
    }

    /** What cannot be cancelled now is the sweeper's: it comes sooner than the message would come again. */
    @Override
    public void handle(OrdersTimeoutDue event) {
        for (long orderId : event.orderIds()) {
            try {
                expiry.cancelIfDue(orderId);
            } catch (BusinessException away) {
                log.info("order {} is left to the sweeper: {}", orderId, away.getMessage());
            }
        }
    }
}
