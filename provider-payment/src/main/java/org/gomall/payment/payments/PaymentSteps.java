package org.gomall.payment.payments;

import java.time.Clock;
import java.time.Instant;
import org.gomall.api.common.Topics;
import org.gomall.api.payment.PaymentStatus;
import org.gomall.api.payment.PaymentStatusChanged;
import org.gomall.platform.id.Ids;
import org.gomall.platform.messaging.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only place where a payment changes its status: one conditional update, a row that says who and why, and an event, all in
 * the same local transaction. Who comes second with the same news finds the status changed and tells nobody.
 */
@Component
class PaymentSteps {

    private final PaymentMapper payments;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    PaymentSteps(PaymentMapper payments, Outbox outbox, Ids ids, Clock clock) {
        this.payments = payments;
        this.outbox = outbox;
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
        if (payment.status() != PaymentStatus.PENDING) {
            tell(payment.userId(), payment.paymentId(), null, payment.status(), payment.createdAt());
        }
    }

    /** Takes a step if the payment is in {@code from}; false if it is not, and then nothing has happened. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean take(long userId, long paymentId, PaymentStatus from, PaymentStatus to, By by, String reason) {
        if (!from.canTransitionTo(to)) {
            throw new IllegalArgumentException("a payment does not go from " + from + " to " + to);
        }
        Instant now = clock.instant();
        if (payments.step(paymentId, from, to, now) == 0) {
            return false;
        }
        payments.addHistory(ids.next(), paymentId, from, to, by, reason, now);
        tell(userId, paymentId, from, to, now);
        return true;
    }

    /** SUCCEEDED → REFUNDED once nothing of the money is left here. */
    @Transactional(propagation = Propagation.MANDATORY)
    void closeWhenAllWentBack(long userId, long paymentId) {
        if (payments.allWentBack(paymentId)) {
            take(userId, paymentId, PaymentStatus.SUCCEEDED, PaymentStatus.REFUNDED, By.SYSTEM, "all of it went back");
        }
    }

    private void tell(long userId, long paymentId, PaymentStatus from, PaymentStatus to, Instant at) {
        outbox.publish(Topics.PAYMENT, new PaymentStatusChanged(paymentId, userId, from, to, at));
    }
}
