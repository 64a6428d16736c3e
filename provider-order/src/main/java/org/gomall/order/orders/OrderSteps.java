package org.gomall.order.orders;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Topics;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.OrderStatusChanged;
import org.gomall.api.order.OrdersCreated;
import org.gomall.api.order.OrdersTimeoutDue;
import org.gomall.platform.database.AfterCommit;
import org.gomall.platform.messaging.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only place where orders change state. Every step is one conditional update on (id, expected state); who loses a
 * race finds the state changed. A step that can be seen brings its history row and its event in the same local
 * transaction.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class OrderSteps {

    private final OrderMapper orders;
    private final Outbox outbox;
    private final Clock clock;

    OrderSteps(OrderMapper orders, Outbox outbox, Clock clock) {
        this.orders = orders;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Takes a step from the state that was read.
     *
     * @return false if the order has left that state meanwhile; nothing was done then
     * @throws BusinessException ILLEGAL_STATE when the state machine has no such step
     */
    public boolean take(StoredOrder order, Step step) {
        boolean settling = order.state() == OrderState.REFUNDING;
        // REFUNDING leads back to where the order was, but by its refund request only: nobody ships or receives it
        // meanwhile.
        if (!order.state().canTransitionTo(step.to()) || settling && step.refundId() == null) {
            throw illegal(order, step.to());
        }
        Instant now = clock.instant();
        if (orders.take(order.orderId(), order.state(), step, step.endsAfterMicros(), now) == 0) {
            return false;
        }
        OrderStatus from = order.state().shown();
        AfterCommit.run(() -> OrderMeters.took(step.to()));
        orders.remember(List.of(new HistoryRow(order.orderId(), from, step.to(), now, step.by(), step.reason())));
        outbox.publish(
                Topics.ORDER,
                new OrderStatusChanged(
                        order.orderId(), order.userId(), order.shopId(), from, step.to(), now, step.reason()));
        return true;
    }

    /** {@link #take}, where losing the race is a refusal. */
    public void takeOrRefuse(StoredOrder order, Step step) {
        if (!take(order, step)) {
            throw illegal(order, step.to());
        }
    }

    /**
     * Makes the invisible orders of some sets visible, and sets the timers of their payment.
     *
     * @param placed all their orders
     * @return false if that was done before, or there are none; nothing was done then
     */
    public boolean show(Collection<Long> orderSetIds, List<StoredOrder> placed) {
        int rows = orders.showSets(orderSetIds);
        if (rows == 0) {
            return false;
        }
        if (rows != orderSetIds.size() + placed.size()) {
            throw new IllegalStateException("order sets " + orderSetIds + " are not PLACING as a whole");
        }
        Instant now = clock.instant();
        orders.remember(placed.stream()
                .map(order -> new HistoryRow(order.orderId(), null, OrderStatus.CREATED, now, Actor.USER, null))
                .toList());
        AfterCommit.run(() -> OrderMeters.placed(placed));
        outbox.publish(
                Topics.ORDER,
                new OrdersCreated(
                        placed.stream()
                                .map(order -> new OrdersCreated.Created(
                                        order.orderId(), order.userId(), order.shopId(), order.totalCents()))
                                .toList(),
                        now));
        placed.stream()
                .collect(groupingBy(StoredOrder::expiresAt, mapping(StoredOrder::orderId, toList())))
                .forEach((expiresAt, orderIds) ->
                        outbox.publish(Topics.TIMER, new OrdersTimeoutDue(orderIds), expiresAt));
        return true;
    }

    /** Keeps a created order for a cancellation; false if it is not CREATED. */
    public boolean hold(long orderId) {
        return orders.swap(orderId, OrderState.CREATED, OrderState.CANCELLING) == 1;
    }

    /** The cancellation does not happen. */
    public void release(long orderId) {
        orders.swap(orderId, OrderState.CANCELLING, OrderState.CREATED);
    }

    /** The refusal of a step that the state machine does not know here. */
    public static BusinessException illegal(StoredOrder order, OrderStatus to) {
        return new BusinessException(
                ErrorCode.ILLEGAL_STATE, "The order is " + order.state().shown() + " and cannot become " + to);
    }
}
