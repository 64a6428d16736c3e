package org.gomall.payment.payments;

import java.time.Clock;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cancels a payment that has not been captured, and sets its orders free for another one. */
@Component
class Cancellation {

    private final PaymentMapper payments;
    private final Clock clock;

    Cancellation(PaymentMapper payments, Clock clock) {
        this.payments = payments;
        this.clock = clock;
    }

    @Transactional
    void cancel(long userId, long paymentId) {
        if (payments.cancel(userId, paymentId, clock.instant()) == 1) {
            payments.freeClaims(paymentId);
            return;
        }
        PaymentRow payment = payments.find(userId, paymentId);
        if (payment == null) {
            throw BusinessException.notFound("Payment");
        }
        throw new BusinessException(
                ErrorCode.ILLEGAL_STATE, "A payment that is " + payment.status() + " cannot be cancelled");
    }
}
