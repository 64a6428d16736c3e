package org.gomall.payment.payments;

import org.gomall.api.common.Topics;
import org.gomall.api.order.PaymentRefused;
import org.gomall.platform.messaging.EventHandler;
import org.springframework.stereotype.Component;

/** Gives the money of an order back that could not take it, in case the direct answer was lost. */
@Component
class PaymentRefusedHandler implements EventHandler<PaymentRefused> {

    private final Refunds refunds;

    PaymentRefusedHandler(Refunds refunds) {
        this.refunds = refunds;
    }

    @Override
    public String topic() {
        return Topics.ORDER;
    }

    @Override
    public Class<PaymentRefused> type() {
        return PaymentRefused.class;
    }

    @Override
    public void handle(PaymentRefused event) {
        refunds.latePayment(event.paymentId(), event.orderId());
    }
}
