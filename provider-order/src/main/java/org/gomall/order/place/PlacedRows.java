package org.gomall.order.place;

import java.util.List;
import java.util.Optional;
import org.gomall.order.cart.CartPurchases;
import org.gomall.order.orders.OrderReader;
import org.gomall.order.orders.OrderSteps;
import org.gomall.order.orders.StoredOrder;
import org.gomall.platform.database.AfterCommit;
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
    private final OrderReader reader;
    private final CartPurchases carts;
    private final OpenPurchases purchases;

    PlacedRows(PlaceMapper sets, OrderSteps steps, OrderReader reader, CartPurchases carts, OpenPurchases purchases) {
        this.sets = sets;
        this.steps = steps;
        this.reader = reader;
        this.carts = carts;
        this.purchases = purchases;
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
        // Nobody changes what nobody sees: the orders are as they were written.
        Optional<OrderPlan> plan = purchases.plan(orderSetId);
        List<StoredOrder> set = plan.map(OrderPlan::orders).orElseGet(() -> reader.ofSet(orderSetId));
        if (!steps.show(orderSetId, set)) {
            return;
        }
        if (fromCart) {
            carts.removeBought(
                    userId,
                    orderSetId,
                    plan.map(OrderPlan::items).map(List::size).orElse(Integer.MAX_VALUE));
        }
        AfterCommit.run(() -> purchases.confirmed(orderSetId));
    }

    /** Removes everything, unless it was confirmed. */
    public void cancel(long orderSetId) {
        sets.deleteItems(orderSetId);
        sets.deleteOrders(orderSetId);
        sets.deleteSet(orderSetId);
    }
}
