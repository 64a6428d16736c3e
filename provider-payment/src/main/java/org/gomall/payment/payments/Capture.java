package org.gomall.payment.payments;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Topics;
import org.gomall.api.order.OrderAmount;
import org.gomall.api.order.PayableOrder;
import org.gomall.api.payment.PaymentMethod;
import org.gomall.api.payment.PaymentStatus;
import org.gomall.api.payment.PaymentSucceeded;
import org.gomall.payment.idempotency.Idempotency;
import org.gomall.payment.idempotency.IdempotentRequest;
import org.gomall.payment.ledger.Ledger;
import org.gomall.platform.database.AfterCommit;
import org.gomall.platform.id.Ids;
import org.gomall.platform.messaging.Outbox;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins payments: out of a wallet the money is taken at once, by card the channel is to be asked. One local transaction, all
 * or nothing.
 */
@Component
class Capture {

    private final Ledger ledger;
    private final Idempotency idempotency;
    private final PaymentMapper payments;
    private final PaymentSteps steps;
    private final ChargeMapper charges;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    Capture(
            Ledger ledger,
            Idempotency idempotency,
            PaymentMapper payments,
            PaymentSteps steps,
            ChargeMapper charges,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.ledger = ledger;
        this.idempotency = idempotency;
        this.payments = payments;
        this.steps = steps;
        this.charges = charges;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** Takes the money; the orders are to be told. Returns the row as it was written. */
    @Transactional
    PaymentRow fromWallet(IdempotentRequest request, List<PayableOrder> orders) {
        long userId = request.userId();
        long paymentId = ids.next();
        long amount = total(orders);
        ledger.capture(userId, paymentId, amount);
        PaymentRow payment = begin(request, paymentId, PaymentMethod.WALLET, PaymentStatus.SUCCEEDED, orders);
        outbox.publish(Topics.PAYMENT, new PaymentSucceeded(paymentId, userId, amounts(orders)));
        AfterCommit.run(() -> MoneyMeters.captured(PaymentMethod.WALLET, amount));
        return payment;
    }

    /**
     * Notes that the channel is to be asked for the money; that happens outside of this transaction, and again after a crash.
     *
     * @throws BusinessException VALIDATION when there is nothing to charge
     */
    @Transactional
    long byCard(IdempotentRequest request, long cardId, String token, List<PayableOrder> orders) {
        if (total(orders) == 0) {
            throw new BusinessException(
                    ErrorCode.VALIDATION,
                    ErrorCode.VALIDATION.defaultMessage(),
                    Map.of("method", "must be WALLET for what costs nothing"));
        }
        long paymentId = ids.next();
        ledger.lockWallet(request.userId());
        begin(request, paymentId, PaymentMethod.CARD, PaymentStatus.PENDING, orders);
        charges.insert(paymentId, cardId, token);
        return paymentId;
    }

    static List<OrderAmount> amounts(List<PayableOrder> orders) {
        return orders.stream()
                .map(order -> new OrderAmount(order.orderId(), order.amountCents()))
                .toList();
    }

    private PaymentRow begin(
            IdempotentRequest request,
            long paymentId,
            PaymentMethod method,
            PaymentStatus status,
            List<PayableOrder> orders) {
        idempotency.record(request, paymentId);
        // As the database keeps times, so that the first answer and a repeated one are equal.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        PaymentRow payment = new PaymentRow(paymentId, request.userId(), method, status, total(orders), 0, now);
        steps.begin(payment, "asked for by the shopper");
        claim(paymentId, orders);
        return payment;
    }

    private static long total(List<PayableOrder> orders) {
        return orders.stream().mapToLong(PayableOrder::amountCents).reduce(0, Math::addExact);
    }

    private void claim(long paymentId, List<PayableOrder> orders) {
        try {
            payments.insertClaims(paymentId, orders);
        } catch (DuplicateKeyException e) {
            throw new BusinessException(ErrorCode.ILLEGAL_STATE, "One of the orders has a payment already");
        }
    }
}
