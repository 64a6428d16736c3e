package org.gomall.payment.payments;

import java.time.Clock;
import org.gomall.api.common.Topics;
import org.gomall.api.payment.PaymentRefunded;
import org.gomall.payment.ledger.Ledger;
import org.gomall.platform.id.Ids;
import org.gomall.platform.messaging.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives money back into the wallet it came from. */
@Component
class Refunds {

    private static final String LATE_PAYMENT = "LATE_PAYMENT";

    private final PaymentMapper payments;
    private final RefundMapper refunds;
    private final Ledger ledger;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    Refunds(PaymentMapper payments, RefundMapper refunds, Ledger ledger, Outbox outbox, Ids ids, Clock clock) {
        this.payments = payments;
        this.refunds = refunds;
        this.ledger = ledger;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** An order could not take its money any more: its whole share goes back, once, however often this is asked for. */
    @Transactional
    void latePayment(long paymentId, long orderId) {
        PaymentShare share = payments.share(paymentId, orderId);
        if (share == null) {
            throw new IllegalStateException("payment " + paymentId + " has no share of order " + orderId);
        }
        giveBack("late:" + paymentId + ":" + orderId, share, LATE_PAYMENT);
    }

    private void giveBack(String key, PaymentShare known, String reason) {
        // Whoever holds the wallet is alone with this user's refunds: the look-up and the share below stay true.
        ledger.lockWallet(known.userId());
        if (refunds.exists(key)) {
            return;
        }
        PaymentShare share = payments.share(known.paymentId(), known.orderId());
        RefundRow refund = new RefundRow(
                share.paymentId(), ids.next(), share.orderId(), share.remainingCents(), reason, clock.instant());
        refunds.insert(key, refund);
        ledger.refund(share.userId(), refund.refundId(), refund.amountCents());
        book(refund);
        outbox.publish(
                Topics.PAYMENT,
                new PaymentRefunded(share.paymentId(), share.userId(), share.orderId(), refund.amountCents(), 0));
    }

    private void book(RefundRow refund) {
        int rows = payments.addRefund(refund.paymentId(), refund.amountCents(), refund.createdAt())
                + payments.addShareRefund(refund.paymentId(), refund.orderId(), refund.amountCents());
        if (rows != 2) {
            throw new IllegalStateException("payment " + refund.paymentId() + " has not captured what shall go back");
        }
        payments.closeWhenAllWentBack(refund.paymentId(), refund.createdAt());
    }
}
