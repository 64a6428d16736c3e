package org.gomall.order.leaving;

import java.util.List;
import java.util.Map;
import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.order.LeavingOrderService;
import org.gomall.api.user.LeavingObstacle;
import org.gomall.order.cancel.Cancelling;

/** Settles the orders of somebody who leaves, or says which ones cannot be settled. */
@DubboService(timeout = 10_000)
class Leaving implements LeavingOrderService {

    private static final int MOST_NAMED = 50;

    private final LeavingMapper orders;
    private final Cancelling cancelling;

    Leaving(LeavingMapper orders, Cancelling cancelling) {
        this.orders = orders;
        this.cancelling = cancelling;
    }

    @Override
    public List<Long> open(long userId) {
        return orders.open(userId, MOST_NAMED);
    }

    @Override
    public void settle(long userId) {
        refuseOpen(userId);
        cancelUnpaid(userId);
        // What was not unpaid any more is paid, and then it is open now.
        refuseOpen(userId);
        if (orders.underWay(userId)) {
            throw new BusinessException(
                    ErrorCode.UNAVAILABLE, ErrorCode.UNAVAILABLE.defaultMessage(), Map.of("retryAfterSeconds", 3));
        }
    }

    /** Cancels in the name of the user what waits for money; an order that left this state by itself is left alone. */
    void cancelUnpaid(long userId) {
        for (long orderId : orders.unpaid(userId)) {
            try {
                cancelling.byUser(userId, orderId);
            } catch (BusinessException e) {
                if (e.error() != ErrorCode.ILLEGAL_STATE) {
                    throw e;
                }
            }
        }
    }

    private void refuseOpen(long userId) {
        List<Long> open = open(userId);
        if (!open.isEmpty()) {
            throw new BusinessException(
                    ErrorCode.ILLEGAL_STATE,
                    "Some orders are still on their way",
                    Map.of(
                            "reason",
                            LeavingObstacle.OPEN_ORDERS.name(),
                            "orderIds",
                            open.stream().map(String::valueOf).toList()));
        }
    }
}
