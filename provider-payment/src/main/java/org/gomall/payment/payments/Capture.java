package org.gomall.payment.payments;

import java.time.Clock;
import java.util.List;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Topics;
import org.gomall.api.order.OrderAmount;
import org.gomall.api.payment.PaymentMethod;
import org.gomall.api.payment.PaymentStatus;
import org.gomall.api.payment.PaymentSucceeded;
import org.gomall.payment.idempotency.Idempotency;
import org.gomall.payment.idempotency.IdempotentRequest;
import org.gomall.payment.ledger.Ledger;
import org.gomall.platform.id.Ids;
import org.gomall.platform.messaging.Outbox;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the money for orders out of a wallet: one local transaction, all or nothing. */
@Component
class Capture {

    private final Ledger ledger;
    private final Idempotency idempotency;
    private final PaymentMapper payments;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    Capture(Ledger ledger, Idempotency idempotency, PaymentMapper payments, Outbox outbox, Ids ids, Clock clock) {
        this.ledger = ledger;
        this.idempotency = idempotency;
        this.payments = payments;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    long fromWallet(IdempotentRequest request, PaymentMethod method, List<OrderAmount> orders) {
        long userId = request.userId();
        long paymentId = ids.next();
        long amount = orders.stream().mapToLong(OrderAmount::amountCents).reduce(0, Math::addExact);

        ledger.capture(userId, paymentId, amount);
        idempotency.record(request, paymentId);
        payments.insert(new PaymentRow(paymentId, userId, method, PaymentStatus.SUCCEEDED, amount, 0, clock.instant()));
        claim(paymentId, orders);
        outbox.publish(Topics.PAYMENT, new PaymentSucceeded(paymentId, userId, orders));
        return paymentId;
    }

    private void claim(long paymentId, List<OrderAmount> orders) {
        try {
            payments.insertClaims(paymentId, orders);
        } catch (DuplicateKeyException e) {
            throw new BusinessException(ErrorCode.ILLEGAL_STATE, "One of the orders has a payment already");
        }
    }
}
