package org.gomall.order.pay;

import java.util.List;
import org.gomall.api.common.Topics;
import org.gomall.api.order.MarkPaidCommand;
import org.gomall.api.order.MarkPaidOutcome;
import org.gomall.api.order.MarkPaidOutcome.Result;
import org.gomall.api.payment.PaymentSucceeded;
import org.gomall.platform.cells.Cells;
import org.gomall.platform.messaging.EventHandler;
import org.springframework.stereotype.Component;

/** Brings money to its orders when the direct call did not. */
@Component
class PaymentSucceededHandler implements EventHandler<PaymentSucceeded> {

    private final OrderPayments payments;
    private final Cells cells;

    PaymentSucceededHandler(OrderPayments payments, Cells cells) {
        this.payments = payments;
        this.cells = cells;
    }

    @Override
    public String topic() {
        return Topics.PAYMENT;
    }

    @Override
    public Class<PaymentSucceeded> type() {
        return PaymentSucceeded.class;
    }

    /** Each order has a transaction of its own, and marking is idempotent. */
    @Override
    public boolean transactional() {
        return false;
    }

    /** Not if the direct call has brought it, as it nearly always has, or if another cell keeps the orders of this user. */
    @Override
    public boolean concerns(PaymentSucceeded event) {
        return cells.keep(event.orders().get(0).orderId()) && !payments.allPaid(event.paymentId(), event.orders());
    }

    @Override
    public void handle(PaymentSucceeded event) {
        List<MarkPaidOutcome> outcomes = payments.markPaid(new MarkPaidCommand(event.paymentId(), event.orders()));
        if (outcomes.stream().anyMatch(outcome -> outcome.result() == Result.LATER)) {
            throw new IllegalStateException("payment " + event.paymentId() + ": an order is just being cancelled");
        }
    }
}
