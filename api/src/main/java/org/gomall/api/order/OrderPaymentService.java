package org.gomall.api.order;

import java.util.Collection;
import java.util.List;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.CellBy;
import org.gomall.api.common.CellBy.Key;

/** What provider-payment needs of orders. */
public interface OrderPaymentService {

    /**
     * What these orders of a user cost. Changes nothing; safe to repeat.
     *
     * @throws BusinessException NOT_FOUND unless all are the user's; ILLEGAL_STATE unless all wait for payment
     */
    List<PayableOrder> payable(long userId, @CellBy(Key.ROW) Collection<Long> orderIds) throws BusinessException;

    /**
     * Tells that money was captured for these orders. Idempotent by (order, payment). Each order answers for itself.
     */
    List<MarkPaidOutcome> markPaid(@CellBy(value = Key.ROW, of = "orders.orderId") MarkPaidCommand command)
            throws BusinessException;
}
