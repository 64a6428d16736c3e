package org.gomall.order.refund;

import org.gomall.api.common.Topics;
import org.gomall.api.payment.PaymentRefunded;
import org.gomall.platform.cells.Cells;
import org.gomall.platform.messaging.EventHandler;
import org.springframework.stereotype.Component;

/** Settles a refund when the direct call did not. */
@Component
class PaymentRefundedHandler implements EventHandler<PaymentRefunded> {

    private final RefundDesk desk;
    private final Cells cells;

    PaymentRefundedHandler(RefundDesk desk, Cells cells) {
        this.desk = desk;
        this.cells = cells;
    }

    @Override
    public String topic() {
        return Topics.PAYMENT;
    }

    @Override
    public Class<PaymentRefunded> type() {
        return PaymentRefunded.class;
    }

    /** Money that came too late goes back without a request; other requests are another cell's. */
    @Override
    public boolean concerns(PaymentRefunded event) {
        return event.refundId() != 0 && cells.keep(event.refundId());
    }

    /** The pieces come back by the event that settling leaves. */
    @Override
    public void handle(PaymentRefunded event) {
        desk.finish(event.refundId());
    }
}
