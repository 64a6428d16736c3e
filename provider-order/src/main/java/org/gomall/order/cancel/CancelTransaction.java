package org.gomall.order.cancel;

import java.util.Map;
import org.apache.seata.spring.annotation.GlobalTransactional;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.stock.StockReservationService;
import org.springframework.stereotype.Component;

/** The order is cancelled and its stock given back: both or neither. */
@Component
class CancelTransaction {

    private final CancelOrderBranch orders;
    private final StockReservationService stock;

    CancelTransaction(CancelOrderBranch orders, StockReservationService stock) {
        this.orders = orders;
        this.stock = stock;
    }

    /** In one global transaction; any exception undoes all of it, so none may be swallowed here. */
    @GlobalTransactional(name = "cancel-order")
    public void run(long orderId, Cancellation cancellation) {
        ActingUser actor = cancellation.actor();
        String words = cancellation.words();
        orders.hold(
                orderId,
                cancellation.reason().name(),
                cancellation.by().name(),
                actor == null ? CancelOrderBranch.NOBODY : actor.userId(),
                actor == null || actor.ip() == null ? "" : actor.ip(),
                words == null ? "" : words);
        try {
            stock.release(orderId);
        } catch (BusinessException e) {
            // The order could be cancelled, so stock is only not ready yet (its own second phase is to come), or away.
            boolean later = e.error() == ErrorCode.ILLEGAL_STATE || e.error() == ErrorCode.TIMEOUT;
            throw later
                    ? new BusinessException(
                            ErrorCode.UNAVAILABLE,
                            ErrorCode.UNAVAILABLE.defaultMessage(),
                            Map.of("retryAfterSeconds", 3))
                    : e;
        }
    }
}
