package org.gomall.order.timeout;

import java.util.List;
import org.gomall.order.orders.OrderState;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands out orders whose time is over, each to one worker at a time. */
@Component
class DueOrders {

    /** Longer than the work on one batch may take; after it, an order that failed comes again. */
    private static final int CLAIM_SECONDS = 30;

    private final DueMapper orders;

    DueOrders(DueMapper orders) {
        this.orders = orders;
    }

    boolean isUnpaidTooLong(long orderId) {
        return orders.isUnpaidTooLong(orderId);
    }

    /**
     * Takes up to {@code limit} due orders for this worker. The claim outlives the transaction, because the work on them
     * has transactions of its own.
     */
    @Transactional
    public List<Long> claim(OrderState state, int limit) {
        List<Long> due = orders.due(state, limit);
        if (!due.isEmpty()) {
            orders.claim(due, CLAIM_SECONDS);
        }
        return due;
    }
}
