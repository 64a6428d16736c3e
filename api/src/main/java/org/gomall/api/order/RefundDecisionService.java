package org.gomall.api.order;

import org.gomall.api.common.BusinessException;
import org.gomall.api.common.CellBy;
import org.gomall.api.common.CellBy.Key;
import org.gomall.api.common.Page;

/** Deciding about refund requests. A shop sees its own only, others do not exist for it (NOT_FOUND); admins see all. */
public interface RefundDecisionService {

    /** Refund requests, newest first. Safe to repeat. */
    Page<RefundRequestView> list(RefundQuery query) throws BusinessException;

    /** One refund request; {@code shopId} is null for admins. Safe to repeat. */
    RefundRequestView get(Long shopId, @CellBy(Key.ROW) long refundId) throws BusinessException;

    /**
     * Gives the money back. The answer may come before the money has moved; it moves in any case.
     *
     * @throws BusinessException NOT_FOUND; ILLEGAL_STATE unless REQUESTED
     */
    RefundRequestView approve(@CellBy(value = Key.ROW, of = "refundId") ApproveRefundCommand command)
            throws BusinessException;

    /**
     * Keeps the money; the order goes back to where it was, with the time it had left.
     *
     * @throws BusinessException NOT_FOUND; ILLEGAL_STATE unless REQUESTED
     */
    RefundRequestView refuse(@CellBy(value = Key.ROW, of = "refundId") RefuseRefundCommand command)
            throws BusinessException;
}
