package org.gomall.payment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.order.MarkPaidCommand;
import org.gomall.api.order.MarkPaidOutcome;
import org.gomall.api.order.MarkPaidOutcome.Result;
import org.gomall.api.order.OrderAmount;
import org.gomall.api.order.OrderPaymentService;
import org.gomall.api.order.PayableOrder;
import org.gomall.platform.test.SentStatements;

/**
 * The only thing these tests fake: the neighbour provider-order. It stands behind real Dubbo and can answer everything the
 * contract allows, and fail.
 */
@DubboService
public class FakeOrders implements OrderPaymentService {

    /** The shop that sells everything here. */
    public static final long SHOP = 2_001;

    private static final AtomicLong NUMBERS = new AtomicLong(9_000_000);

    private final Map<Long, Order> orders = new ConcurrentHashMap<>();

    /** What an order does when it is asked or told. */
    public enum Mood {
        /** Waits for payment and takes it. */
        PAYABLE,
        /** Says that it waits for payment even when it was paid: only the payment's own claim can stop a second one. */
        FORGETFUL,
        /** Was payable when asked, but is cancelled when the money arrives. */
        CANCELLED_MEANWHILE,
        /** In the middle of something. */
        BUSY,
        /** Payable, but telling it fails. */
        UNREACHABLE,
        /** Asking for it fails. */
        DOWN,
        /** Was cancelled long ago. */
        CANCELLED,
        /** Took its money. */
        PAID
    }

    private record Order(long userId, long amountCents, Mood mood) {}

    /** A number nobody else uses, for a user or an order. */
    public long number() {
        return NUMBERS.incrementAndGet();
    }

    /** A new order. */
    public long order(long userId, long amountCents, Mood mood) {
        long orderId = number();
        orders.put(orderId, new Order(userId, amountCents, mood));
        return orderId;
    }

    /** Changes an order's mind. */
    public void mood(long orderId, Mood mood) {
        orders.computeIfPresent(orderId, (id, order) -> new Order(order.userId(), order.amountCents(), mood));
    }

    /** What an order is like now. */
    public Mood mood(long orderId) {
        return orders.get(orderId).mood();
    }

    @Override
    public List<PayableOrder> payable(long userId, Collection<Long> orderIds) {
        SentStatements.called("OrderPaymentService.payable");
        return orderIds.stream().map(orderId -> payable(userId, orderId)).toList();
    }

    private PayableOrder payable(long userId, long orderId) {
        Order order = orders.get(orderId);
        if (order == null || order.userId() != userId) {
            throw BusinessException.notFound("Order");
        }
        if (order.mood() == Mood.DOWN) {
            throw new BusinessException(ErrorCode.UNAVAILABLE);
        }
        if (order.mood() == Mood.PAID || order.mood() == Mood.CANCELLED) {
            throw new BusinessException(ErrorCode.ILLEGAL_STATE);
        }
        return new PayableOrder(orderId, SHOP, order.amountCents());
    }

    @Override
    public List<MarkPaidOutcome> markPaid(MarkPaidCommand command) {
        SentStatements.called("OrderPaymentService.markPaid");
        return command.orders().stream()
                .map(order -> new MarkPaidOutcome(order.orderId(), take(order)))
                .toList();
    }

    private Result take(OrderAmount money) {
        Order order = orders.get(money.orderId());
        if (order.amountCents() != money.amountCents()) {
            return Result.REFUSED;
        }
        switch (order.mood()) {
            case CANCELLED_MEANWHILE, CANCELLED -> {
                return Result.REFUSED;
            }
            case BUSY -> {
                return Result.LATER;
            }
            case UNREACHABLE -> throw new IllegalStateException("nobody hears this");
            case PAYABLE -> mood(money.orderId(), Mood.PAID);
            default -> {
                // Stays as it is.
            }
        }
        return Result.PAID;
    }
}
