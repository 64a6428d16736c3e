package org.gomall.order.cancel;

import java.util.Optional;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.order.CancelReason;
import org.gomall.order.orders.Actor;
import org.gomall.order.orders.OrderReader;
import org.gomall.order.orders.OrderState;
import org.gomall.order.orders.OrderSteps;
import org.gomall.order.orders.Step;
import org.gomall.order.orders.StoredOrder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An order through the phases of its cancellation, each phase in one local transaction. */
@Component
@Transactional
class CancelledOrder {

    private final OrderReader reader;
    private final OrderSteps steps;

    CancelledOrder(OrderReader reader, OrderSteps steps) {
        this.reader = reader;
        this.steps = steps;
    }

    /** Keeps the order for the cancellation, or refuses. */
    public void hold(long orderId) {
        if (!steps.hold(orderId)) {
            throw new BusinessException(ErrorCode.ILLEGAL_STATE, "The order is not waiting for payment any more");
        }
    }

    /** Cancels the order that is held; one that is not was cancelled before. */
    public void confirm(long orderId, CancelReason reason, Actor by) {
        Optional<StoredOrder> held = reader.any(orderId).filter(order -> order.state() == OrderState.CANCELLING);
        held.ifPresent(order -> steps.take(order, Step.cancelled(reason, by)));
    }

    /** Gives the order free again. */
    public void release(long orderId) {
        steps.release(orderId);
    }
}
