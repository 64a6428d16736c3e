package org.gomall.payment.payments;

import java.util.List;
import org.gomall.api.order.MarkPaidOutcome;
import org.gomall.api.order.MarkPaidOutcome.Result;
import org.gomall.api.order.OrderAmount;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells the orders of a captured payment at once, so that nobody waits for the event. Best effort: the event
 * {@code PaymentSucceeded} is on its way and does the same.
 */
@Component
class Settlement {

    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    private final OrderGateway orders;
    private final Refunds refunds;

    Settlement(OrderGateway orders, Refunds refunds) {
        this.orders = orders;
        this.refunds = refunds;
    }

    /**
     * Tells them, and gives back what they refuse.
     *
     * @return true if nothing was to be given back: the payment is as it was captured
     */
    boolean settle(long paymentId, List<OrderAmount> paid) {
        try {
            List<Long> refused = orders.markPaid(paymentId, paid).stream()
                    .filter(outcome -> outcome.result() == Result.REFUSED)
                    .map(MarkPaidOutcome::orderId)
                    .toList();
            refused.forEach(orderId -> refunds.latePayment(paymentId, orderId));
            return refused.isEmpty();
        } catch (RuntimeException e) {
            LOG.warn("payment {} is captured; its orders will hear of it by the event: {}", paymentId, e.toString());
            return false;
        }
    }
}
