package org.gomall.order.place;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The purchases whose global transactions this process has under way. The coordinator normally brings the second phase to where
 * the first one was, while the request still waits: then it need not read the orders that were written here a moment ago, and
 * the request need not ask the database whether they can be seen. Everything works without it, for another instance's purchases
 * and for those whose request has gone.
 */
@Component
class OpenPurchases {

    private final Map<Long, Open> open = new ConcurrentHashMap<>();

    /** A purchase from its first phase to its answer. */
    private static final class Open {

        private final OrderPlan plan;
        private volatile boolean confirmed;

        private Open(OrderPlan plan) {
            this.plan = plan;
        }
    }

    void begin(OrderPlan plan) {
        open.put(plan.orderSetId(), new Open(plan));
    }

    /** What was written for a purchase, if this process has it under way. */
    Optional<OrderPlan> plan(long orderSetId) {
        return Optional.ofNullable(open.get(orderSetId)).map(purchase -> purchase.plan);
    }

    /** Its orders can be seen: their transaction has committed. */
    void confirmed(long orderSetId) {
        Open purchase = open.get(orderSetId);
        if (purchase != null) {
            purchase.confirmed = true;
        }
    }

    /** Whether this process knows that its orders can be seen; without a word from here the database has to be asked. */
    boolean isConfirmed(long orderSetId) {
        Open purchase = open.get(orderSetId);
        return purchase != null && purchase.confirmed;
    }

    void end(long orderSetId) {
        open.remove(orderSetId);
    }
}
