package org.gomall.order.place;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The purchases whose global transactions this process has under way. The coordinator normally brings the second phase to where
 * the first one was, before it answers: then it need not read the orders that were written here a moment ago, and
 * the request need not ask the database whether they can be seen. Everything works without it, for another instance's purchases
 * and for those whose request has gone.
 */
@Component
class OpenPurchases {

    private final Map<Long, Open> open = new ConcurrentHashMap<>();

    /** A purchase from its first phase to the end of its transaction. */
    private static final class Open {

        private final OrderPlan plan;
        private volatile boolean confirmed;

        private Open(OrderPlan plan) {
            this.plan = plan;
        }
    }

    void begin(List<OrderPlan> plans) {
        plans.forEach(plan -> open.put(plan.orderSetId(), new Open(plan)));
    }

    /** What was written for these purchases, if this process has all of them under way. */
    Optional<List<OrderPlan>> plans(Collection<Long> orderSetIds) {
        List<OrderPlan> plans = new ArrayList<>();
        for (Long orderSetId : orderSetIds) {
            Open purchase = open.get(orderSetId);
            if (purchase == null) {
                return Optional.empty();
            }
            plans.add(purchase.plan);
        }
        return Optional.of(plans);
    }

    /** Their orders can be seen: their transaction has committed. */
    void confirmed(Collection<Long> orderSetIds) {
        for (Long orderSetId : orderSetIds) {
            Open purchase = open.get(orderSetId);
            if (purchase != null) {
                purchase.confirmed = true;
            }
        }
    }

    /** Whether this process knows that their orders can be seen; without a word from here the database has to be asked. */
    boolean areConfirmed(List<OrderPlan> plans) {
        return plans.stream().allMatch(plan -> {
            Open purchase = open.get(plan.orderSetId());
            return purchase != null && purchase.confirmed;
        });
    }

    void end(List<OrderPlan> plans) {
        plans.forEach(plan -> open.remove(plan.orderSetId()));
    }
}
