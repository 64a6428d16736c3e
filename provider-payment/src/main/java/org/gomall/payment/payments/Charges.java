package org.gomall.payment.payments;

import java.util.List;
import java.util.Map;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Topics;
import org.gomall.api.order.OrderAmount;
import org.gomall.api.payment.PaymentMethod;
import org.gomall.api.payment.PaymentStatus;
import org.gomall.api.payment.PaymentSucceeded;
import org.gomall.payment.channel.ChannelCharge;
import org.gomall.payment.ledger.Ledger;
import org.gomall.payment.payments.PaymentSteps.By;
import org.gomall.platform.database.AfterCommit;
import org.gomall.platform.messaging.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books what the channel has decided about a charge. It decides once: the first to write its decision down does the rest in
 * the same transaction, and everybody after that has no news, whether callback or answer, late or twice.
 */
@Component
class Charges {

    private final ChargeMapper charges;
    private final PaymentMapper payments;
    private final PaymentSteps steps;
    private final Refunds refunds;
    private final Ledger ledger;
    private final Outbox outbox;

    Charges(
            ChargeMapper charges,
            PaymentMapper payments,
            PaymentSteps steps,
            Refunds refunds,
            Ledger ledger,
            Outbox outbox) {
        this.charges = charges;
        this.payments = payments;
        this.steps = steps;
        this.refunds = refunds;
        this.ledger = ledger;
        this.outbox = outbox;
    }

    /**
     * What came of the news.
     *
     * @param isNew whether anything was booked
     * @param paid the orders that shall hear of their money
     */
    record Booking(boolean isNew, long paymentId, List<OrderAmount> paid) {}

    /**
     * Books the news, if it is any.
     *
     * @throws BusinessException NOT_FOUND; VALIDATION when it is about another amount than was asked for
     */
    @Transactional
    Booking book(ChannelCharge news) {
        long paymentId = Long.parseLong(news.reference());
        ChargeRow charge = charges.find(paymentId);
        if (charge == null) {
            throw BusinessException.notFound("Payment");
        }
        // What was cancelled before the channel heard of it has no amount.
        if (news.status() != ChannelCharge.Status.CANCELLED && !news.isFor(charge.amountCents())) {
            throw otherAmount();
        }
        if (news.status() == ChannelCharge.Status.PENDING) {
            return nothing(paymentId);
        }
        ledger.lockWallet(charge.userId());
        if (charges.decide(paymentId, news.status()) == 0) {
            return nothing(paymentId);
        }
        return switch (news.status()) {
            case SUCCEEDED -> captured(charge);
            case DECLINED -> ended(charge, PaymentStatus.FAILED, "declined");
            default -> ended(charge, PaymentStatus.CANCELLED, "cancelled at the channel");
        };
    }

    private Booking captured(ChargeRow charge) {
        long paymentId = charge.paymentId();
        ledger.captureFromCard(paymentId, charge.amountCents());
        AfterCommit.run(() -> MoneyMeters.captured(PaymentMethod.CARD, charge.amountCents()));
        if (!steps.take(
                charge.userId(), paymentId, PaymentStatus.PENDING, PaymentStatus.SUCCEEDED, By.CHANNEL, "captured")) {
            captureOfAnEndedPayment(charge);
            return new Booking(true, paymentId, List.of());
        }
        List<OrderAmount> paid = payments.shares(List.of(paymentId)).stream()
                .map(share -> new OrderAmount(share.orderId(), share.amountCents()))
                .toList();
        outbox.publish(Topics.PAYMENT, new PaymentSucceeded(paymentId, charge.userId(), paid));
        return new Booking(true, paymentId, paid);
    }

    /** Both are shown: that the money was taken, and that it goes back. Its orders never hear of it. */
    private void captureOfAnEndedPayment(ChargeRow charge) {
        long paymentId = charge.paymentId();
        PaymentStatus ended = payments.find(charge.userId(), paymentId).status();
        if (!steps.take(
                charge.userId(),
                paymentId,
                ended,
                PaymentStatus.SUCCEEDED,
                By.CHANNEL,
                "captured after it was " + ended)) {
            throw new IllegalStateException("payment " + paymentId + " changed under its lock");
        }
        refunds.lateCapture(paymentId);
    }

    private Booking ended(ChargeRow charge, PaymentStatus as, String reason) {
        long paymentId = charge.paymentId();
        if (steps.take(charge.userId(), paymentId, PaymentStatus.PENDING, as, By.CHANNEL, reason)) {
            payments.freeClaims(paymentId);
        }
        return new Booking(true, paymentId, List.of());
    }

    private static Booking nothing(long paymentId) {
        return new Booking(false, paymentId, List.of());
    }

    static BusinessException otherAmount() {
        return new BusinessException(
                ErrorCode.VALIDATION,
                ErrorCode.VALIDATION.defaultMessage(),
                Map.of("amountCents", "is not the amount and currency that was asked for"));
    }
}
