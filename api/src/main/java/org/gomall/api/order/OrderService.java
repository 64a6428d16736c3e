package org.gomall.api.order;

import org.gomall.api.common.BusinessException;
import org.gomall.api.common.CellBy;
import org.gomall.api.common.CellBy.Key;
import org.gomall.api.common.Page;
import org.gomall.api.common.Replayable;

/** Orders of shoppers. Every call names the owner; another user's order does not exist for it (NOT_FOUND). */
public interface OrderService {

    /**
     * Places one order per shop and reserves the stock, in one Seata global transaction: all or nothing. Purchases that come at
     * the same moment may share it; each gets an answer of its own. Idempotent by (user, key).
     *
     * @throws BusinessException VALIDATION; NOT_FOUND (SKU, address); OUT_OF_STOCK; TOTAL_CHANGED with
     *     {@code totalCents}; IDEMPOTENCY_KEY_REUSED; UNAVAILABLE when a part is down (nothing happened); TIMEOUT when
     *     the outcome is not known yet (repeat with the same key)
     */
    Replayable<PlacedOrders> place(@CellBy(value = Key.USER, of = "userId") PlaceOrderCommand command)
            throws BusinessException;

    /** Orders of a user without their history. Safe to repeat. */
    Page<OrderView> list(@CellBy(value = Key.USER, of = "ownerId") OrderQuery query) throws BusinessException;

    /** One order with its history. Safe to repeat. */
    OrderView get(long userId, @CellBy(Key.ROW) long orderId) throws BusinessException;

    /**
     * Changes address or note until the order is shipped.
     *
     * @throws BusinessException ILLEGAL_STATE once it is shipped, cancelled or refunded
     */
    OrderView update(@CellBy(value = Key.ROW, of = "orderId") UpdateOrderCommand command) throws BusinessException;

    /**
     * Cancels an unpaid order and gives the stock back, in one global transaction. Cancelling a cancelled order again
     * is refused like any other illegal step.
     *
     * @throws BusinessException ILLEGAL_STATE unless CREATED; UNAVAILABLE
     */
    OrderView cancel(long userId, @CellBy(Key.ROW) long orderId) throws BusinessException;

    /**
     * The shopper has the goods.
     *
     * @throws BusinessException ILLEGAL_STATE unless SHIPPED
     */
    OrderView receive(long userId, @CellBy(Key.ROW) long orderId) throws BusinessException;
}
