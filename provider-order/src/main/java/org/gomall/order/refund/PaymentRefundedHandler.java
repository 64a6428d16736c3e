package org.gomall.order.refund;

import org.gomall.api.common.Topics;
import org.gomall.api.payment.PaymentRefunded;
import org.gomall.platform.messaging.EventHandler;
import org.springframework.stereotype.Component;

/** Settles a refund when the direct call did not. */
@Component
class PaymentRefundedHandler implements EventHandler<PaymentRefunded> {

    private final RefundDesk desk;

    PaymentRefundedHandler(RefundDesk desk) {
        this.desk = desk;
    }

    @Override
    public String topic() {
        return Topics.PAYMENT;
    }

    @Override
    public Class<PaymentRefunded> type() {
        return PaymentRefunded.class;
    }

    /** Money that came too late goes back without a request. The pieces come back by the event that settling leaves. */
    @Override
    public void handle(PaymentRefunded event) {
        if (event.refundId() != 0) {
            desk.finish(event.refundId());
        }
    }
}
