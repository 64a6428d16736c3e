package org.gomall.order.place;

import org.gomall.order.cart.CartPurchases;
import org.gomall.order.orders.OrderSteps;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows of a purchase through the phases of its global transaction, each phase in one local transaction. */
@Component
@Transactional
class PlacedRows {

    private final PlaceMapper sets;
    private final OrderSteps steps;
    private final CartPurchases carts;

    PlacedRows(PlaceMapper sets, OrderSteps steps, CartPurchases carts) {
        this.sets = sets;
        this.steps = steps;
        this.carts = carts;
    }

    /**
     * Writes everything, invisible.
     *
     * @throws KeyTaken when another request with the same key was faster
     */
    public void insert(OrderPlan plan) {
        try {
            sets.insertSet(plan);
        } catch (DuplicateKeyException | PessimisticLockingFailureException faster) {
            throw new KeyTaken();
        }
        sets.insertOrders(plan.orders());
        sets.insertItems(plan.items());
    }

    /** Makes everything visible, once. */
    public void confirm(long orderSetId, long userId, boolean fromCart) {
        if (sets.finish(orderSetId) == 0) {
            return;
        }
        steps.show(orderSetId);
        if (fromCart) {
            carts.removeBought(userId, orderSetId);
        }
    }

    /** Removes everything, unless it was confirmed. */
    public void cancel(long orderSetId) {
        sets.deleteItems(orderSetId);
        sets.deleteOrders(orderSetId);
        sets.deleteSet(orderSetId);
    }
}
