package org.gomall.order.cancel;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Topics;
import org.gomall.api.user.PrivilegedAct;
import org.gomall.order.orders.OrderReader;
import org.gomall.order.orders.OrderState;
import org.gomall.order.orders.OrderSteps;
import org.gomall.order.orders.Step;
import org.gomall.order.orders.StoredOrder;
import org.gomall.platform.messaging.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An order through the phases of its cancellation, each phase in one local transaction. */
@Component
@Transactional
class CancelledOrder {

    private final OrderReader reader;
    private final OrderSteps steps;
    private final Outbox outbox;
    private final Clock clock;

    CancelledOrder(OrderReader reader, OrderSteps steps, Outbox outbox, Clock clock) {
        this.reader = reader;
        this.steps = steps;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Keeps the order for the cancellation, or refuses. */
    public void hold(long orderId) {
        if (!steps.hold(orderId)) {
            throw new BusinessException(ErrorCode.ILLEGAL_STATE, "The order is not waiting for payment any more");
        }
    }

    /** Cancels the order that is held; one that is not was cancelled before. */
    public void confirm(long orderId, Cancellation why) {
        Optional<StoredOrder> held = reader.any(orderId).filter(order -> order.state() == OrderState.CANCELLING);
        boolean cancelled =
                held.isPresent() && steps.take(held.get(), Step.cancelled(why.reason(), why.by(), why.words()));
        if (cancelled && why.actor() != null) {
            outbox.publish(
                    Topics.AUDIT,
                    PrivilegedAct.of(why.actor(), "order.cancel", "order:" + orderId, Map.of(), clock.instant()));
        }
    }

    /** Gives the order free again. */
    public void release(long orderId) {
        steps.release(orderId);
    }
}
