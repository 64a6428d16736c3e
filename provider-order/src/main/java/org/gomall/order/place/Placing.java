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
import org.gomall.order.orders.StoredItem;
import org.springframework.stereotype.Component;

/**
 * Placing orders once per (user, key), together with others who do so at the same moment ({@link Together}). The row of the key is part of the first phase; so whoever finds it done answers
 * with its orders, and whoever finds it pending waits a little for the request that is ahead.
 */
@Component
public class Placing {

    private static final Duration PATIENCE = Duration.ofMillis(2500);
    private static final int POLL_MS = 40;

    /** With less time left nothing is begun any more after a common attempt has failed. */
    private static final Duration ATTEMPT = Duration.ofMillis(500);

    private final PlaceMapper sets;
    private final OrderPlanner planner;
    private final PlacingRun run;
    private final Together together;
    private final LoneSkus lone;
    private final OrderReader reader;
    private final OrderViews views;

    Placing(
            PlaceMapper sets,
            OrderPlanner planner,
            PlacingRun run,
            Together together,
            LoneSkus lone,
            OrderReader reader,
            OrderViews views) {
        this.sets = sets;
        this.planner = planner;
        this.run = run;
        this.together = together;
        this.lone = lone;
        this.reader = reader;
        this.views = views;
    }

    /** See {@code OrderService.place}. A repeated request is answered with its orders as they are now. */
    public Replayable<PlacedOrders> place(PlaceOrderCommand command) {
        Wish wish = new Wish(command, RequestHash.of(command), System.nanoTime() + PATIENCE.toNanos());
        return together.place(wish, share -> answer(wish, share));
    }

    private Replayable<PlacedOrders> answer(Wish wish, Share share) {
        if (share instanceof Share.Placed placed) {
            return Replayable.first(outcome(placed.plan(), placed.ending(), wish.deadline()));
        }
        if (share instanceof Share.Refused refused) {
            throw refused.reason();
        }
        if (wish.nanosLeft() < ATTEMPT.toNanos()) {
            throw unavailable();
        }
        return alone(wish);
    }

    private Replayable<PlacedOrders> alone(Wish wish) {
        PlaceOrderCommand command = wish.command();
        do {
            KnownSet known = sets.known(command.userId(), command.idempotencyKey());
            if (!known.isUsed()) {
                try {
                    OrderPlan plan = planner.plan(wish, known.databaseNow());
                    return Replayable.first(outcome(plan, runAlone(plan), wish.deadline()));
                } catch (KeyTaken faster) {
                    continue;
                }
            }
            if (!known.requestHash().equals(wish.requestHash())) {
                throw new BusinessException(ErrorCode.IDEMPOTENCY_KEY_REUSED);
            }
            if (known.isDone()) {
                return Replayable.again(stored(known.orderSetId()));
            }
        } while (pausedBefore(wish.deadline()));
        throw new BusinessException(ErrorCode.TIMEOUT);
    }

    private Ending runAlone(OrderPlan plan) {
        try {
            return run.run(List.of(plan));
        } catch (KeyTaken faster) {
            throw faster;
        } catch (BusinessException e) {
            lone.remember(plan.items().stream().map(StoredItem::skuId).toList());
            throw e;
        }
    }

    /** The second phase has normally run by now, and here; if it has not, its row says what became of it. */
    private PlacedOrders outcome(OrderPlan plan, Ending ending, long deadline) {
        if (ending == Ending.VISIBLE) {
            return bought(plan);
        }
        do {
            KnownSet known = sets.known(plan.userId(), plan.idempotencyKey());
            boolean ours = known.isUsed() && known.orderSetId() == plan.orderSetId();
            if (ours && known.isDone()) {
                return bought(plan);
            }
            if (!ours && ending == Ending.UNKNOWN) {
                throw unavailable();
            }
        } while (pausedBefore(deadline));
        throw new BusinessException(ErrorCode.TIMEOUT);
    }

    private static BusinessException unavailable() {
        return new BusinessException(
                ErrorCode.UNAVAILABLE, ErrorCode.UNAVAILABLE.defaultMessage(), Map.of("retryAfterSeconds", 3));
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
