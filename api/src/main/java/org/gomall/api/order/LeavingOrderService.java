package org.gomall.api.order;

import java.util.List;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.CellBy;
import org.gomall.api.common.CellBy.Key;

/** Orders of somebody who wants to close the account. */
public interface LeavingOrderService {

    /** Orders that keep the user from leaving: paid and not received yet, or being refunded; the oldest 50. Safe to repeat. */
    List<Long> open(@CellBy(Key.USER) long userId) throws BusinessException;

    /**
     * Cancels the unpaid orders of the user. Safe to repeat.
     *
     * @throws BusinessException ILLEGAL_STATE with {@code reason} OPEN_ORDERS and {@code orderIds} when some keep the user
     *     from leaving, and then nothing was cancelled; UNAVAILABLE when one is just being placed or paid
     */
    void settle(@CellBy(Key.USER) long userId) throws BusinessException;
}
