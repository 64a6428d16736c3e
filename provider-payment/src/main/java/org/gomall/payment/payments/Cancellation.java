package org.gomall.payment.payments;

import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.payment.PaymentStatus;
import org.gomall.payment.ledger.Ledger;
import org.gomall.payment.payments.PaymentSteps.By;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends payments that have not been captured, and sets their orders free for others. The channel is told right afterwards. */
@Component
class Cancellation {

    private final PaymentMapper payments;
    private final PaymentSteps steps;
    private final ChargeMapper charges;
    private final Ledger ledger;

    Cancellation(PaymentMapper payments, PaymentSteps steps, ChargeMapper charges, Ledger ledger) {
        this.payments = payments;
        this.steps = steps;
        this.charges = charges;
        this.ledger = ledger;
    }

    /** The shopper does not want it any more. */
    @Transactional
    void cancel(long userId, long paymentId) {
        if (payments.find(userId, paymentId) == null) {
            throw BusinessException.notFound("Payment");
        }
        if (!end(userId, paymentId, PaymentStatus.CANCELLED, By.USER, "cancelled by the shopper")) {
            throw new BusinessException(
                    ErrorCode.ILLEGAL_STATE,
                    "A payment that is " + payments.find(userId, paymentId).status() + " cannot be cancelled");
        }
    }

    /** The order is gone, so nothing is left to pay. A payment of several orders ends as a whole. */
    @Transactional
    void expireWith(long orderId) {
        payments.waitingFor(orderId).forEach(payment -> expire(payment.userId(), payment.paymentId()));
    }

    /** Its orders cannot be paid any more. */
    @Transactional
    void expire(long userId, long paymentId) {
        end(userId, paymentId, PaymentStatus.EXPIRED, By.SYSTEM, "the order was cancelled");
    }

    private boolean end(long userId, long paymentId, PaymentStatus as, By by, String reason) {
        ledger.lockWallet(userId);
        if (!steps.take(userId, paymentId, PaymentStatus.PENDING, as, by, reason)) {
            return false;
        }
        payments.freeClaims(paymentId);
        charges.hasten(paymentId);
        return true;
    }
}
