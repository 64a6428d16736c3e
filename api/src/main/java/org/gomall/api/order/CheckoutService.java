package org.gomall.api.order;

import org.gomall.api.common.BusinessException;
import org.gomall.api.common.CellBy;
import org.gomall.api.common.CellBy.Key;

/** Prices a purchase without ordering it. */
public interface CheckoutService {

    /**
     * What the purchase would cost now and what stands in its way. Changes nothing; safe to repeat.
     *
     * @throws BusinessException VALIDATION; NOT_FOUND for an address that is not the user's
     */
    CheckoutView quote(@CellBy(value = Key.USER, of = "userId") CheckoutCommand command) throws BusinessException;
}
