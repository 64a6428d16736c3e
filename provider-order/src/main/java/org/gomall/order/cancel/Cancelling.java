package org.gomall.order.cancel;

import java.time.Duration;
import java.util.function.Supplier;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.order.AdminCancelCommand;
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
        cancel(reader.ofUser(userId, orderId), Cancellation.of(CancelReason.USER, Actor.USER));
        return settled(() -> reader.ofUser(userId, orderId));
    }

    /** The shop cannot deliver it. */
    public OrderView byShop(CancelUnpaidCommand command) {
        cancel(
                reader.ofShop(command.shopId(), command.orderId()),
                new Cancellation(CancelReason.MERCHANT, Actor.MERCHANT, null, command.actor()));
        return settled(() -> reader.ofShop(command.shopId(), command.orderId()));
    }

    /** Somebody who runs the mall has a reason; the audit log has heard of it already. */
    public OrderView byAdmin(AdminCancelCommand command) {
        cancel(
                anybodys(command.orderId()),
                new Cancellation(
                        CancelReason.ADMIN, Actor.ADMIN, command.reason().strip(), null));
        return settled(() -> anybodys(command.orderId()));
    }

    /** The time to pay is over. */
    public void byTimeout(StoredOrder order) {
        cancel(order, Cancellation.of(CancelReason.TIMEOUT, Actor.SYSTEM));
    }

    private StoredOrder anybodys(long orderId) {
        return reader.any(orderId).orElseThrow(() -> BusinessException.notFound("Order"));
    }

    private void cancel(StoredOrder order, Cancellation cancellation) {
        if (order.state() != OrderState.CREATED) {
            throw OrderSteps.illegal(order, OrderStatus.CANCELLED);
        }
        GlobalTransactions.call(() -> {
            transaction.run(order.orderId(), cancellation);
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
