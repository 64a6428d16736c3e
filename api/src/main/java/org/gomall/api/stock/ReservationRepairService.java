package org.gomall.api.stock;

import org.gomall.api.common.BusinessException;

/** For operations: frees reservations whose second phase fails for ever because a row was changed by hand. */
public interface ReservationRepairService {

    /**
     * Puts the quantities of an order's reservation in TRYING or RELEASING back to the given ones (without any: to what the
     * SKU has reserved and no other order holds), and reserved and available of its SKUs to what all reservations say. Rows in
     * another state are left alone. Safe to repeat.
     *
     * @return whether something was changed
     * @throws BusinessException ILLEGAL_STATE when the SKU has not got so many pieces
     */
    boolean restore(RestoreReservationCommand command) throws BusinessException;
}
