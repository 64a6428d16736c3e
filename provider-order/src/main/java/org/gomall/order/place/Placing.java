package org.gomall.order.place;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Replayable;
import org.gomall.api.order.OrderView;
import org.gomall.api.order.PlaceOrderCommand;
import org.gomall.api.order.PlacedOrders;
import org.gomall.order.orders.OrderMeters;
import org.gomall.order.orders.OrderReader;
import org.gomall.order.orders.OrderViews;
import org.gomall.order.settings.OrderSettings;
import org.gomall.platform.seata.GlobalTransactions;
import org.springframework.stereotype.Component;

/**
 * Placing orders once per (user, key). The row of the key is part of the first phase; so whoever finds it done answers
 * with its orders, and whoever finds it pending waits a little for the request that is ahead.
 */
@Component
public class Placing {

    private static final Duration PATIENCE = Duration.ofMillis(2500);
    private static final int POLL_MS = 40;

    private final PlaceMapper sets;
    private final OrderPlanner planner;
    private final PlacingTransaction transaction;
    private final OpenPurchases purchases;
    private final OrderReader reader;
    private final OrderViews views;
    private final OrderSettings settings;

    Placing(
            PlaceMapper sets,
            OrderPlanner planner,
            PlacingTransaction transaction,
            OpenPurchases purchases,
            OrderReader reader,
            OrderViews views,
            OrderSettings settings) {
        this.sets = sets;
        this.planner = planner;
        this.transaction = transaction;
        this.purchases = purchases;
        this.reader = reader;
        this.views = views;
        this.settings = settings;
    }

    /** See {@code OrderService.place}. A repeated request is answered with its orders as they are now. */
    public Replayable<PlacedOrders> place(PlaceOrderCommand command) {
        String hash = RequestHash.of(command);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        do {
            KnownSet known = sets.known(command.userId(), command.idempotencyKey());
            if (!known.isUsed()) {
                try {
                    return Replayable.first(placeNow(planner.plan(command, hash, known.databaseNow()), deadline));
                } catch (KeyTaken faster) {
                    continue;
                }
            }
            if (!known.requestHash().equals(hash)) {
                throw new BusinessException(ErrorCode.IDEMPOTENCY_KEY_REUSED);
            }
            if (known.isDone()) {
                return Replayable.again(stored(known.orderSetId()));
            }
        } while (pausedBefore(deadline));
        throw new BusinessException(ErrorCode.TIMEOUT);
    }

    private PlacedOrders placeNow(OrderPlan plan, long deadline) {
        purchases.begin(plan);
        try {
            return placeOnce(plan, deadline);
        } finally {
            purchases.end(plan.orderSetId());
        }
    }

    private PlacedOrders placeOnce(OrderPlan plan, long deadline) {
        boolean committed = true;
        try {
            if (settings.transactionsOn()) {
                GlobalTransactions.call(() -> {
                    transaction.run(plan);
                    return null;
                });
            } else {
                transaction.runWithout(plan);
            }
        } catch (BusinessException e) {
            if (e.error() != ErrorCode.TIMEOUT) {
                throw e;
            }
            committed = false;
        }
        return outcome(plan, committed, deadline);
    }

    /** The second phase has normally run by now, and here; if it has not, its row says what became of it. */
    private PlacedOrders outcome(OrderPlan plan, boolean committed, long deadline) {
        do {
            if (purchases.isConfirmed(plan.orderSetId())) {
                return bought(plan);
            }
            KnownSet known = sets.known(plan.userId(), plan.idempotencyKey());
            boolean ours = known.isUsed() && known.orderSetId() == plan.orderSetId();
            if (ours && known.isDone()) {
                return bought(plan);
            }
            if (!ours && !committed) {
                throw new BusinessException(
                        ErrorCode.UNAVAILABLE, ErrorCode.UNAVAILABLE.defaultMessage(), Map.of("retryAfterSeconds", 3));
            }
        } while (pausedBefore(deadline));
        throw new BusinessException(ErrorCode.TIMEOUT);
    }

    private PlacedOrders bought(OrderPlan plan) {
        OrderMeters.bought(plan.items().size());
        List<OrderView> orders = plan.orders().stream()
                .map(order -> views.of(
                        order,
                        plan.items().stream()
                                .filter(item -> item.orderId() == order.orderId())
                                .toList(),
                        List.of()))
                .toList();
        return new PlacedOrders(orders, plan.totalCents());
    }

    private PlacedOrders stored(long orderSetId) {
        List<OrderView> orders = reader.viewSet(orderSetId);
        long total = orders.stream().mapToLong(OrderView::totalCents).reduce(0, Math::addExact);
        return new PlacedOrders(orders, total);
    }

    private static boolean pausedBefore(long deadline) {
        if (System.nanoTime() >= deadline) {
            return false;
        }
        try {
            Thread.sleep(POLL_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return true;
    }
}
