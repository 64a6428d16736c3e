package org.gomall.payment.payments;

import org.gomall.api.common.Topics;
import org.gomall.api.order.RefundApproved;
import org.gomall.platform.messaging.EventHandler;
import org.springframework.stereotype.Component;

/** Gives money back that was agreed to, in case the direct call did not arrive. */
@Component
class RefundApprovedHandler implements EventHandler<RefundApproved> {

    private final Refunds refunds;

    RefundApprovedHandler(Refunds refunds) {
        this.refunds = refunds;
    }

    @Override
    public String topic() {
        return Topics.ORDER;
    }

    @Override
    public Class<RefundApproved> type() {
        return RefundApproved.class;
    }

    @Override
    public void handle(RefundApproved event) {
        refunds.requested(event);
    }
}
