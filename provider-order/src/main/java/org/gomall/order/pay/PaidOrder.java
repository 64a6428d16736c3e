package org.gomall.order.pay;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.gomall.api.common.Topics;
import org.gomall.api.order.MarkPaidOutcome.Result;
import org.gomall.api.order.OrderAmount;
import org.gomall.api.order.OrderPaid;
import org.gomall.api.order.OrderPaid.SoldLine;
import org.gomall.api.order.PaymentRefused;
import org.gomall.order.orders.OrderReader;
import org.gomall.order.orders.OrderState;
import org.gomall.order.orders.OrderSteps;
import org.gomall.order.orders.Step;
import org.gomall.order.orders.StoredOrder;
import org.gomall.platform.messaging.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of one order when money was captured for it, in one local transaction. */
@Component
class PaidOrder {

    private final OrderReader reader;
    private final OrderSteps steps;
    private final PayMapper payments;
    private final Outbox outbox;
    private final Clock clock;

    PaidOrder(OrderReader reader, OrderSteps steps, PayMapper payments, Outbox outbox, Clock clock) {
        this.reader = reader;
        this.steps = steps;
        this.payments = payments;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What became of the money; {@code now} when it was this call that made the order paid. */
    record Mark(Result result, boolean now) {

        private static final Mark LATER = new Mark(Result.LATER, false);
    }

    /**
     * Marks the order as paid, or refuses the money for good. Either result stays the same whenever it is asked for again.
     */
    @Transactional
    public Mark markPaid(long paymentId, OrderAmount paid) {
        Optional<StoredOrder> found = reader.any(paid.orderId());
        if (found.isEmpty()) {
            return refuse(paymentId, paid);
        }
        StoredOrder order = found.get();
        if (order.state() == OrderState.CANCELLING) {
            return Mark.LATER;
        }
        if (order.paymentId() != null && order.paymentId() == paymentId) {
            return new Mark(Result.PAID, false);
        }
        if (order.state() != OrderState.CREATED || order.totalCents() != paid.amountCents()) {
            return refuse(paymentId, paid);
        }
        if (!steps.take(order, Step.paid(paymentId))) {
            // Somebody else took a step between reading and writing; the next attempt sees which one.
            return Mark.LATER;
        }
        List<SoldLine> lines = reader.items(order.orderId()).stream()
                .map(item -> new SoldLine(item.productId(), item.skuId(), item.quantity()))
                .toList();
        outbox.publish(Topics.ORDER, new OrderPaid(order.orderId(), paymentId, lines));
        return new Mark(Result.PAID, true);
    }

    private Mark refuse(long paymentId, OrderAmount paid) {
        if (payments.refuse(paid.orderId(), paymentId, paid.amountCents(), clock.instant()) == 1) {
            outbox.publish(Topics.ORDER, new PaymentRefused(paid.orderId(), paymentId, paid.amountCents()));
        }
        return new Mark(Result.REFUSED, false);
    }
}
