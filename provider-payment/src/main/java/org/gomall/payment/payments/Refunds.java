package org.gomall.payment.payments;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Topics;
import org.gomall.api.order.RefundApproved;
import org.gomall.api.payment.PaymentMethod;
import org.gomall.api.payment.PaymentRefunded;
import org.gomall.api.payment.RefundStatus;
import org.gomall.payment.channel.ChannelRefund;
import org.gomall.payment.ledger.Ledger;
import org.gomall.platform.database.AfterCommit;
import org.gomall.platform.id.Ids;
import org.gomall.platform.messaging.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives money back to where it came from, once a cause. Into a wallet it is back at once; to a card it is set aside first, and
 * is back when the channel says so.
 */
@Component
class Refunds {

    private static final String LATE_PAYMENT = "LATE_PAYMENT";
    private static final String REQUEST = "REQUEST";
    private static final long NO_REQUEST = 0;

    private final PaymentMapper payments;
    private final PaymentSteps steps;
    private final RefundMapper refunds;
    private final Ledger ledger;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    Refunds(
            PaymentMapper payments,
            PaymentSteps steps,
            RefundMapper refunds,
            Ledger ledger,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.payments = payments;
        this.steps = steps;
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
        giveBackLate(share);
    }

    /** A payment was captured that nobody waited for any more: all of it goes back. */
    @Transactional
    void lateCapture(long paymentId) {
        payments.shares(List.of(paymentId)).stream()
                .filter(share -> share.amountCents() > 0)
                .forEach(this::giveBackLate);
    }

    /**
     * Gives back what a shop or admin agreed to.
     *
     * @throws BusinessException NOT_FOUND when the payment did not pay that order; ILLEGAL_STATE when less is left of it
     */
    @Transactional
    RefundStatus requested(RefundApproved approved) {
        PaymentShare share = payments.share(approved.paymentId(), approved.orderId());
        if (share == null || share.userId() != approved.userId()) {
            throw BusinessException.notFound("Payment");
        }
        if (approved.amountCents() <= 0) {
            throw new BusinessException(
                    ErrorCode.VALIDATION,
                    ErrorCode.VALIDATION.defaultMessage(),
                    Map.of("amountCents", "must be more than 0"));
        }
        ledger.lockWallet(share.userId());
        return once("request:" + approved.refundId(), share, approved.amountCents(), REQUEST, approved.refundId());
    }

    /**
     * Books what the channel says about a refund; false when that is no news.
     *
     * @throws BusinessException NOT_FOUND; VALIDATION when the channel gave back another amount
     */
    @Transactional
    boolean hear(ChannelRefund news) {
        RefundRow refund = refunds.find(Long.parseLong(news.reference()));
        if (refund == null) {
            throw BusinessException.notFound("Refund");
        }
        if (!news.isFor(refund.amountCents())) {
            throw Charges.otherAmount();
        }
        if (news.status() == ChannelRefund.Status.PENDING) {
            return false;
        }
        PaymentShare share = payments.share(refund.paymentId(), refund.orderId());
        ledger.lockWallet(share.userId());
        if (refunds.done(refund.refundId()) == 0) {
            return false;
        }
        isBack(refund, share);
        return true;
    }

    private void giveBackLate(PaymentShare known) {
        ledger.lockWallet(known.userId());
        PaymentShare share = payments.share(known.paymentId(), known.orderId());
        once(
                "late:" + share.paymentId() + ":" + share.orderId(),
                share,
                share.remainingCents(),
                LATE_PAYMENT,
                NO_REQUEST);
    }

    /** Whoever holds the wallet is alone with this user's refunds: what it looks up stays true. */
    private RefundStatus once(String key, PaymentShare share, long amountCents, String reason, long requestId) {
        RefundStatus before = refunds.status(key);
        if (before != null) {
            return before;
        }
        if (payments.setAside(share.paymentId(), share.orderId(), amountCents) == 0) {
            throw new BusinessException(
                    ErrorCode.ILLEGAL_STATE, "So much was not paid for this order, or is not left of it");
        }
        boolean byChannel = share.method() == PaymentMethod.CARD && amountCents > 0;
        RefundRow refund = new RefundRow(
                share.paymentId(),
                ids.next(),
                share.orderId(),
                amountCents,
                reason,
                byChannel ? RefundStatus.PENDING : RefundStatus.DONE,
                requestId,
                clock.instant());
        refunds.insert(key, refund);
        if (!byChannel) {
            isBack(refund, share);
        }
        return refund.status();
    }

    private void isBack(RefundRow refund, PaymentShare share) {
        if (share.method() == PaymentMethod.CARD) {
            ledger.refundToCard(refund.refundId(), refund.amountCents());
        } else {
            ledger.refund(share.userId(), refund.refundId(), refund.amountCents());
        }
        int rows = payments.addRefund(refund.paymentId(), refund.amountCents(), clock.instant())
                + payments.addShareRefund(refund.paymentId(), refund.orderId(), refund.amountCents());
        if (rows != 2) {
            throw new IllegalStateException("payment " + refund.paymentId() + " has not captured what shall go back");
        }
        steps.closeWhenAllWentBack(share.userId(), refund.paymentId());
        AfterCommit.run(() -> MoneyMeters.refunded(share.method(), refund.amountCents()));
        outbox.publish(
                Topics.PAYMENT,
                new PaymentRefunded(
                        share.paymentId(), share.userId(), share.orderId(), refund.amountCents(), refund.requestId()));
    }
}
