package org.gomall.payment.leaving;

import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Topics;
import org.gomall.api.payment.PaymentService;
import org.gomall.api.user.AccountClosed;
import org.gomall.platform.messaging.EventHandler;
import org.springframework.stereotype.Component;

/**
 * Somebody has left: payments that wait for nobody are cancelled, cards are forgotten, and what is in the wallet goes
 * out.
 */
@Component
class AccountClosedHandler implements EventHandler<AccountClosed> {

    private final LeavingMapper mapper;
    private final PaymentService payments;
    private final Leaving leaving;

    AccountClosedHandler(LeavingMapper mapper, PaymentService payments, Leaving leaving) {
        this.mapper = mapper;
        this.payments = payments;
        this.leaving = leaving;
    }

    @Override
    public String topic() {
        return Topics.USER;
    }

    @Override
    public Class<AccountClosed> type() {
        return AccountClosed.class;
    }

    /** Every payment is cancelled by itself; every step may be repeated. */
    @Override
    public boolean transactional() {
        return false;
    }

    @Override
    public void handle(AccountClosed event) {
        mapper.pending(event.userId()).forEach(paymentId -> cancel(event.userId(), paymentId));
        leaving.leave(event.userId());
    }

    /** One that has succeeded meanwhile finds its order cancelled, and its money goes back by itself. */
    private void cancel(long userId, long paymentId) {
        try {
            payments.cancel(userId, paymentId);
        } catch (BusinessException e) {
            if (e.error() != ErrorCode.ILLEGAL_STATE) {
                throw e;
            }
        }
    }
}
