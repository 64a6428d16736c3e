package org.gomall.payment.payments;

import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.order.RefundApproved;
import org.gomall.api.payment.RefundService;
import org.gomall.api.payment.RefundStatus;

/** The Dubbo face of refunds for provider-order. */
@DubboService
class RefundDesk implements RefundService {

    private final Refunds refunds;

    RefundDesk(Refunds refunds) {
        this.refunds = refunds;
    }

    @Override
    public boolean refund(RefundApproved approved) {
        return refunds.requested(approved) == RefundStatus.DONE;
    }
}
