package org.gomall.order.timeout;

import org.gomall.api.common.BusinessException;
import org.gomall.api.common.Topics;
import org.gomall.api.order.OrderTimeoutDue;
import org.gomall.platform.cells.Cells;
import org.gomall.platform.messaging.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The timer of an order's payment has run out. */
@Component
class OrderTimeoutHandler implements EventHandler<OrderTimeoutDue> {

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
    public Class<OrderTimeoutDue> type() {
        return OrderTimeoutDue.class;
    }

    @Override
    public boolean concerns(OrderTimeoutDue event) {
        return cells.keep(event.orderId());
    }

    /** It starts a global transaction of its own, and does nothing the second time. */
    @Override
    public boolean transactional() {
        return false;
    }

    /** What cannot be cancelled now is the sweeper's: it comes sooner than the message would come again. */
    @Override
    public void handle(OrderTimeoutDue event) {
        try {
            expiry.cancelIfDue(event.orderId());
        } catch (BusinessException away) {
            log.info("order {} is left to the sweeper: {}", event.orderId(), away.getMessage());
        }
    }
}
