package org.gomall.order.place;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gomall.order.cart.CartPurchases;
import org.gomall.order.orders.OrderReader;
import org.gomall.order.orders.OrderSteps;
import org.gomall.order.orders.StoredOrder;
import org.gomall.platform.database.AfterCommit;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rows of purchases through the phases of their global transaction, each phase in one local transaction. Rows that others may
 * reach for as well (keys, carts) are taken in the order of their users, so no two groups wait for each other in a circle.
 */
@Component
@Transactional
class PlacedRows {

    private static final Comparator<OrderPlan> BY_KEY =
            Comparator.comparingLong(OrderPlan::userId).thenComparing(OrderPlan::idempotencyKey);

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
     * @throws KeyTaken when another request with one of the keys was faster
     */
    public void insert(List<OrderPlan> plans) {
        try {
            sets.insertSets(plans.stream().sorted(BY_KEY).toList());
        } catch (DuplicateKeyException | PessimisticLockingFailureException faster) {
            throw new KeyTaken();
        }
        sets.insertOrders(plans.stream().flatMap(plan -> plan.orders().stream()).toList());
        sets.insertItems(plans.stream().flatMap(plan -> plan.items().stream()).toList());
    }

    /**
     * Makes everything visible, once.
     *
     * @param cartSetIds those of the sets that were bought from a cart
     */
    public void confirm(List<Long> orderSetIds, Collection<Long> cartSetIds) {
        // Nobody changes what nobody sees: the orders are as they were written.
        Optional<List<OrderPlan>> plans = purchases.plans(orderSetIds);
        List<StoredOrder> orders = plans.map(known ->
                        known.stream().flatMap(plan -> plan.orders().stream()).toList())
                .orElseGet(() -> reader.ofSets(orderSetIds));
        if (!steps.show(orderSetIds, orders)) {
            return;
        }
        if (!cartSetIds.isEmpty()) {
            removeBought(cartSetIds, orders, plans.orElse(List.of()));
        }
        AfterCommit.run(() -> purchases.confirmed(orderSetIds));
    }

    /** Removes everything, unless it was confirmed. */
    public void cancel(List<Long> orderSetIds) {
        sets.deleteItems(orderSetIds);
        sets.deleteOrders(orderSetIds);
        sets.deleteSets(orderSetIds);
    }

    private void removeBought(Collection<Long> cartSetIds, List<StoredOrder> orders, List<OrderPlan> plans) {
        Map<Long, Long> setsByUser = new TreeMap<>();
        orders.stream()
                .filter(order -> cartSetIds.contains(order.orderSetId()))
                .forEach(order -> setsByUser.put(order.userId(), order.orderSetId()));
        setsByUser.forEach((userId, orderSetId) -> carts.removeBought(
                userId,
                orderSetId,
                plans.stream()
                        .filter(plan -> plan.orderSetId() == orderSetId)
                        .mapToInt(plan -> plan.items().size())
                        .findFirst()
                        .orElse(Integer.MAX_VALUE)));
    }
}
