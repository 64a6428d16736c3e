package org.gomall.api.payment;

import org.gomall.api.common.BusinessException;
import org.gomall.api.order.RefundApproved;

/** Giving back money of paid orders, for provider-order. */
public interface RefundService {

    /**
     * Gives money back to where it came from, wallet or card. Idempotent by refund number: repeated, and when the event
     * {@code RefundApproved} comes as well, it happens once. The event {@code PaymentRefunded} with that number follows when
     * the money is back.
     *
     * @return whether the money is back already; false while the card channel works on it
     * @throws BusinessException NOT_FOUND when that payment did not pay that order; ILLEGAL_STATE when less is left of it
     */
    boolean refund(RefundApproved approved) throws BusinessException;
}
