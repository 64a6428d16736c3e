package org.gomall.api.stock;

import org.gomall.api.common.BusinessException;

/**
 * Moving stock for orders. {@link #reserve} and {@link #release} are the Try phases of Seata TCC branches and must be
 * called inside a global transaction; its outcome confirms or undoes them.
 */
public interface StockReservationService {

    /**
     * Sets pieces aside for orders: all of them or none. They stay invisible to {@link #sell} and {@link #release} until
     * the global transaction has committed.
     *
     * @throws BusinessException OUT_OF_STOCK with {@code skuId} and {@code available}; NOT_FOUND for an unknown SKU
     */
    void reserve(ReserveCommand command) throws BusinessException;

    /**
     * Gives the reserved pieces of an order back, when its cancellation commits.
     *
     * @throws BusinessException ILLEGAL_STATE when they are sold or not yet confirmed; NOT_FOUND for an order that never
     *     reserved anything. An order whose pieces were given back already is accepted and nothing is done
     */
    void release(long orderId) throws BusinessException;

    /**
     * Turns the reserved pieces of a paid order into sold ones. Idempotent.
     *
     * @throws BusinessException ILLEGAL_STATE when the reservation is not confirmed yet (repeat later) or was released;
     *     NOT_FOUND for an order that never reserved anything
     */
    void sell(long orderId) throws BusinessException;

    /**
     * Takes the sold pieces of a refunded order back, so that they can be bought again. Idempotent.
     *
     * @throws BusinessException ILLEGAL_STATE when they are not sold yet (repeat later) or were released; NOT_FOUND for an
     *     order that never reserved anything
     */
    void takeBack(long orderId) throws BusinessException;
}
