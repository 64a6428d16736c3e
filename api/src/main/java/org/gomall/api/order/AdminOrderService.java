package org.gomall.api.order;

import org.gomall.api.common.BusinessException;
import org.gomall.api.common.CellBy;
import org.gomall.api.common.CellBy.Key;
import org.gomall.api.common.Page;

/** Orders of everybody, for admins. Whether the caller is one, and the entry in the audit log, is the web's part. */
public interface AdminOrderService {

    /**
     * The orders that fit, newest first, without their history. {@code total} counts no further than a list can be paged
     * (page 1000 of this size), so that no list counts every order there is. Safe to repeat.
     */
    Page<AdminOrderView> list(AdminOrderQuery query) throws BusinessException;

    /**
     * One order with its history and its refunds. Safe to repeat.
     *
     * @throws BusinessException NOT_FOUND
     */
    AdminOrderView get(@CellBy(Key.ROW) long orderId) throws BusinessException;

    /**
     * Cancels an unpaid order and gives the stock back, in one global transaction, as the shopper's own cancellation does.
     *
     * @throws BusinessException NOT_FOUND; ILLEGAL_STATE unless CREATED; UNAVAILABLE
     */
    AdminOrderView cancel(@CellBy(value = Key.ROW, of = "orderId") AdminCancelCommand command) throws BusinessException;
}
