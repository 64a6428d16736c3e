package org.gomall.api.payment;

import java.util.List;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.Replayable;

/** Payments. Every call names the owner; another user's payment does not exist for it (NOT_FOUND). */
public interface PaymentService {

    /**
     * Pays orders in one go; amounts come from the orders, never from the caller. Idempotent by (user, key). From a wallet
     * the money is captured before the answer, and the orders follow within a second. By card the answer is PENDING, and what
     * the channel says decides later.
     *
     * @throws BusinessException VALIDATION; NOT_FOUND (order or card); ILLEGAL_STATE when an order is not waiting for payment or has a
     *     payment under way; INSUFFICIENT_BALANCE; IDEMPOTENCY_KEY_REUSED; UNAVAILABLE (nothing happened)
     */
    Replayable<PaymentView> pay(PayCommand command) throws BusinessException;

    /** One payment with its refunds. Safe to repeat. */
    PaymentView get(long userId, long paymentId) throws BusinessException;

    /** All payments that name an order of this user, newest first. Safe to repeat. */
    List<PaymentView> ofOrder(long userId, long orderId) throws BusinessException;

    /**
     * Cancels a payment that has not been captured. Should the channel have captured it meanwhile, the money goes back by
     * itself: such a payment becomes SUCCEEDED and then REFUNDED.
     *
     * @throws BusinessException ILLEGAL_STATE unless PENDING
     */
    PaymentView cancel(long userId, long paymentId) throws BusinessException;
}
