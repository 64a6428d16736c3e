package org.gomall.payment.payments;

import java.util.Collection;
import java.util.List;
import org.apache.dubbo.config.annotation.DubboReference;
import org.gomall.api.order.MarkPaidCommand;
import org.gomall.api.order.MarkPaidOutcome;
import org.gomall.api.order.OrderAmount;
import org.gomall.api.order.OrderPaymentService;
import org.gomall.api.order.PayableOrder;
import org.springframework.stereotype.Component;

/** provider-order as payments see it. */
@Component
class OrderGateway {

    @DubboReference(retries = 1, timeout = 500, cluster = "failover")
    private OrderPaymentService reading;

    @DubboReference
    private OrderPaymentService writing;

    /** What the orders cost, exactly one amount an order, in ascending order of number. */
    List<PayableOrder> payable(long userId, Collection<Long> orderIds) {
        List<PayableOrder> amounts = reading.payable(userId, orderIds).stream()
                .sorted(java.util.Comparator.comparingLong(PayableOrder::orderId))
                .toList();
        boolean complete = amounts.stream()
                .map(PayableOrder::orderId)
                .toList()
                .equals(orderIds.stream().sorted().toList());
        if (!complete || amounts.stream().anyMatch(amount -> amount.amountCents() < 0)) {
            throw new IllegalStateException("provider-order answered other orders or amounts than possible");
        }
        return amounts;
    }

    List<MarkPaidOutcome> markPaid(long paymentId, List<OrderAmount> orders) {
        return writing.markPaid(new MarkPaidCommand(paymentId, orders));
    }
}
