package org.gomall.api.order;

import java.util.List;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.CellBy;
import org.gomall.api.common.CellBy.Key;
import org.gomall.api.common.Replayable;

/** Refunds as shoppers ask for them. Every call names the owner; another user's order does not exist for it (NOT_FOUND). */
public interface RefundRequestService {

    /**
     * Asks for money of a paid order. The order is REFUNDING until the request is settled; what is not shipped yet needs
     * no approval and is refunded at once. Idempotent by (user, key).
     *
     * @throws BusinessException VALIDATION (also for more than is left); NOT_FOUND; ILLEGAL_STATE unless the order is
     *     PAID, SHIPPED or RECEIVED and has no open request; IDEMPOTENCY_KEY_REUSED
     */
    Replayable<RefundRequestView> request(@CellBy(value = Key.ROW, of = "orderId") RequestRefundCommand command)
            throws BusinessException;

    /** The refund requests of an order, oldest first. Safe to repeat. */
    List<RefundRequestView> ofOrder(long userId, @CellBy(Key.ROW) long orderId) throws BusinessException;
}
