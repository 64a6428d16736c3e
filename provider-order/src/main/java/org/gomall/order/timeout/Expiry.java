package org.gomall.order.timeout;

import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.order.cancel.Cancelling;
import org.gomall.order.orders.OrderReader;
import org.gomall.order.orders.OrderState;
import org.springframework.stereotype.Component;

/** Cancels orders that nobody paid in time. */
@Component
class Expiry {

    private final DueOrders due;
    private final OrderReader reader;
    private final Cancelling cancelling;

    Expiry(DueOrders due, OrderReader reader, Cancelling cancelling) {
        this.due = due;
        this.reader = reader;
        this.cancelling = cancelling;
    }

    /**
     * Cancels the order if it is unpaid and its time is over. Safe to repeat.
     *
     * @throws BusinessException when it could not be cancelled now and must be tried again
     */
    void cancelIfDue(long orderId) {
        if (!due.isUnpaidTooLong(orderId)) {
            return;
        }
        try {
            reader.any(orderId)
                    .filter(order -> order.state() == OrderState.CREATED)
                    .ifPresent(cancelling::byTimeout);
        } catch (BusinessException e) {
            if (e.error() != ErrorCode.ILLEGAL_STATE) {
                throw e;
            }
            // Paid or cancelled in the last moment: nothing left to do.
        }
    }
}
