package org.gomall.order.timeout;

import java.util.List;
import java.util.function.LongConsumer;
import org.gomall.order.cart.CartPurchases;
import org.gomall.order.orders.OrderDesk;
import org.gomall.order.orders.OrderState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks for everything whose time is over: the net under lost timer messages, and the only driver of the slow limits.
 * Several instances share the work, and an order that fails does not keep the others waiting.
 */
@Component
class Sweeper {

    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);

    /** Small enough to be done before the claim on it ends. */
    private static final int BATCH = 50;

    private static final int BATCHES = 10;

    /** So many failures one after the other are not the fault of the orders: something they all need is away. */
    private static final int HOPELESS = 10;

    private final DueOrders due;
    private final Expiry expiry;
    private final OrderDesk desk;
    private final CartPurchases carts;

    Sweeper(DueOrders due, Expiry expiry, OrderDesk desk, CartPurchases carts) {
        this.due = due;
        this.expiry = expiry;
        this.desk = desk;
        this.carts = carts;
    }

    /** One look at everything, with a bounded amount of work. */
    void sweep() {
        sweep(OrderState.CREATED, expiry::cancelIfDue);
        sweep(OrderState.SHIPPED, desk::advance);
        sweep(OrderState.RECEIVED, desk::advance);
        for (int i = 0; i < BATCHES && carts.removeExpired(); i++) {
            log.debug("removed a batch of old guest lines");
        }
    }

    private void sweep(OrderState state, LongConsumer work) {
        int failuresInARow = 0;
        for (int i = 0; i < BATCHES; i++) {
            List<Long> batch = due.claim(state, BATCH);
            for (long orderId : batch) {
                try {
                    work.accept(orderId);
                    failuresInARow = 0;
                } catch (RuntimeException e) {
                    log.warn("order {} is due in state {} and comes again: {}", orderId, state, e.toString());
                    failuresInARow++;
                }
                if (failuresInARow == HOPELESS) {
                    return;
                }
            }
            if (batch.size() < BATCH) {
                return;
            }
        }
    }
}
