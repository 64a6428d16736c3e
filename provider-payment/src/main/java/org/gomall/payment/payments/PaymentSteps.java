package org.gomall.payment.payments;

import java.time.Clock;
import java.time.Instant;
import org.gomall.api.payment.PaymentStatus;
import org.gomall.platform.id.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The only place where a payment changes its status: one conditional update and a row that says who and why. */
@Component
class PaymentSteps {

    private final PaymentMapper payments;
    private final Ids ids;
    private final Clock clock;

    PaymentSteps(PaymentMapper payments, Ids ids, Clock clock) {
        this.payments = payments;
        this.ids = ids;
        this.clock = clock;
    }

    /** On whose behalf a step is taken. */
    enum By {
        USER,
        CHANNEL,
        SYSTEM
    }

    /** Writes a new payment. */
    @Transactional(propagation = Propagation.MANDATORY)
    void begin(PaymentRow payment, String reason) {
        payments.insert(payment);
        payments.addHistory(
                ids.next(), payment.paymentId(), null, payment.status(), By.USER, reason, payment.createdAt());
    }

    /** Takes a step if the payment is in {@code from}; false if it is not, and then nothing has happened. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean take(long paymentId, PaymentStatus from, PaymentStatus to, By by, String reason) {
        if (!from.canTransitionTo(to)) {
            throw new IllegalArgumentException("a payment does not go from " + from + " to " + to);
        }
        Instant now = clock.instant();
        if (payments.step(paymentId, from, to, now) == 0) {
            return false;
        }
        payments.addHistory(ids.next(), paymentId, from, to, by, reason, now);
        return true;
    }

    /** SUCCEEDED → REFUNDED once nothing of the money is left here. */
    @Transactional(propagation = Propagation.MANDATORY)
    void closeWhenAllWentBack(long paymentId) {
        if (payments.allWentBack(paymentId)) {
            take(paymentId, PaymentStatus.SUCCEEDED, PaymentStatus.REFUNDED, By.SYSTEM, "all of it went back");
        }
    }
}
