package org.gomall.api.order;

import org.gomall.api.common.BusinessException;
import org.gomall.api.common.CellBy;
import org.gomall.api.common.CellBy.Key;
import org.gomall.api.common.Page;

/** Orders of a shop. Every call names the shop; another shop's order does not exist for it (NOT_FOUND). */
public interface MerchantOrderService {

    /** Orders of a shop without their history; {@code ownerId} of the query is the shop. Safe to repeat. */
    Page<OrderView> list(OrderQuery query) throws BusinessException;

    /** One order of the shop with its history. Safe to repeat. */
    OrderView get(long shopId, @CellBy(Key.ROW) long orderId) throws BusinessException;

    /**
     * Hands a paid order to a carrier.
     *
     * @throws BusinessException ILLEGAL_STATE unless PAID
     */
    OrderView ship(@CellBy(value = Key.ROW, of = "orderId") ShipCommand command) throws BusinessException;

    /**
     * Cancels an unpaid order that the shop cannot deliver and gives the stock back, in one global transaction.
     *
     * @throws BusinessException ILLEGAL_STATE unless CREATED; UNAVAILABLE
     */
    OrderView cancel(@CellBy(value = Key.ROW, of = "orderId") CancelUnpaidCommand command) throws BusinessException;
}
