package org.gomall.order.cancel;

import java.time.Duration;
import java.util.function.Supplier;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.order.CancelReason;
import org.gomall.api.order.CancelUnpaidCommand;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.OrderView;
import org.gomall.order.orders.Actor;
import org.gomall.order.orders.OrderReader;
import org.gomall.order.orders.OrderState;
import org.gomall.order.orders.OrderSteps;
import org.gomall.order.orders.StoredOrder;
import org.gomall.platform.seata.GlobalTransactions;
import org.springframework.stereotype.Component;

/** Cancelling unpaid orders. */
@Component
public class Cancelling {

    private static final Duration PATIENCE = Duration.ofMillis(1500);
    private static final int POLL_MS = 40;

    private final OrderReader reader;
    private final CancelTransaction transaction;

    Cancelling(OrderReader reader, CancelTransaction transaction) {
        this.reader = reader;
        this.transaction = transaction;
    }

    /** The shopper does not want it any more. */
    public OrderView byUser(long userId, long orderId) {
        cancel(reader.ofUser(userId, orderId), CancelReason.USER, Actor.USER, null);
        return settled(() -> reader.ofUser(userId, orderId));
    }

    /** The shop cannot deliver it. */
    public OrderView byShop(CancelUnpaidCommand command) {
        cancel(
                reader.ofShop(command.shopId(), command.orderId()),
                CancelReason.MERCHANT,
                Actor.MERCHANT,
                command.actor());
        return settled(() -> reader.ofShop(command.shopId(), command.orderId()));
    }

    /** The time to pay is over. */
    public void byTimeout(StoredOrder order) {
        cancel(order, CancelReason.TIMEOUT, Actor.SYSTEM, null);
    }

    private void cancel(StoredOrder order, CancelReason reason, Actor by, ActingUser actor) {
        if (order.state() != OrderState.CREATED) {
            throw OrderSteps.illegal(order, OrderStatus.CANCELLED);
        }
        GlobalTransactions.call(() -> {
            transaction.run(order.orderId(), reason, by, actor);
            return null;
        });
    }

    /** The second phase has normally run by now; while it has not, the answer would be wrong. */
    private OrderView settled(Supplier<StoredOrder> reading) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        StoredOrder order = reading.get();
        while (order.state() == OrderState.CANCELLING) {
            if (System.nanoTime() >= deadline) {
                throw new BusinessException(ErrorCode.TIMEOUT);
            }
            try {
                Thread.sleep(POLL_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BusinessException(ErrorCode.TIMEOUT);
            }
            order = reading.get();
        }
        return reader.view(order);
    }
}
