package org.gomall.order.pay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.order.MarkPaidCommand;
import org.gomall.api.order.MarkPaidOutcome;
import org.gomall.api.order.MarkPaidOutcome.Result;
import org.gomall.api.order.OrderAmount;
import org.gomall.api.order.OrderLimits;
import org.gomall.api.order.OrderPaymentService;
import org.gomall.api.order.PayableOrder;
import org.gomall.api.stock.StockReservationService;
import org.gomall.order.orders.OrderReader;
import org.gomall.order.orders.OrderState;
import org.gomall.order.orders.StoredOrder;
import org.gomall.order.pay.PaidOrder.Mark;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Dubbo face of orders for provider-payment. */
@DubboService
class OrderPayments implements OrderPaymentService {

    private static final Logger log = LoggerFactory.getLogger(OrderPayments.class);
    private static final int ATTEMPTS = 3;

    private final OrderReader reader;
    private final PaidOrder paidOrder;
    private final StockReservationService stock;

    OrderPayments(OrderReader reader, PaidOrder paidOrder, StockReservationService stock) {
        this.reader = reader;
        this.paidOrder = paidOrder;
        this.stock = stock;
    }

    @Override
    public List<PayableOrder> payable(long userId, Collection<Long> orderIds) {
        Set<Long> wanted = new HashSet<>(orderIds);
        if (wanted.isEmpty() || wanted.size() > OrderLimits.MAX_LINES) {
            throw new BusinessException(
                    ErrorCode.VALIDATION,
                    ErrorCode.VALIDATION.defaultMessage(),
                    Map.of("orderIds", "must have between 1 and " + OrderLimits.MAX_LINES + " entries"));
        }
        Map<Long, StoredOrder> orders = reader.ofUser(userId, wanted).stream()
                .collect(Collectors.toMap(StoredOrder::orderId, Function.identity()));
        if (orders.size() != wanted.size()) {
            throw BusinessException.notFound("Order");
        }
        for (StoredOrder order : orders.values()) {
            if (order.state() != OrderState.CREATED) {
                throw new BusinessException(
                        ErrorCode.ILLEGAL_STATE,
                        "An order is not waiting for payment",
                        Map.of("orderId", Long.toString(order.orderId())));
            }
        }
        return orderIds.stream()
                .distinct()
                .map(orders::get)
                .map(order -> new PayableOrder(order.orderId(), order.shopId(), order.totalCents()))
                .toList();
    }

    @Override
    public List<MarkPaidOutcome> markPaid(MarkPaidCommand command) {
        List<MarkPaidOutcome> outcomes = new ArrayList<>();
        List<Long> paidNow = new ArrayList<>();
        for (OrderAmount paid : command.orders()) {
            Mark mark = markPaid(command.paymentId(), paid);
            outcomes.add(new MarkPaidOutcome(paid.orderId(), mark.result()));
            if (mark.now()) {
                paidNow.add(paid.orderId());
            }
        }
        sell(paidNow);
        return outcomes;
    }

    /** Whether this payment has paid all of them. */
    boolean allPaid(long paymentId, List<OrderAmount> paid) {
        List<StoredOrder> found =
                reader.any(paid.stream().map(OrderAmount::orderId).toList());
        return found.size() == paid.size()
                && found.stream().allMatch(order -> Objects.equals(order.paymentId(), paymentId));
    }

    private Mark markPaid(long paymentId, OrderAmount paid) {
        Mark mark = paidOrder.markPaid(paymentId, paid);
        for (int attempt = 2; attempt <= ATTEMPTS && mark.result() == Result.LATER; attempt++) {
            mark = paidOrder.markPaid(paymentId, paid);
        }
        return mark;
    }

    /** At once if stock answers, by whoever made them paid; their OrderPaid events bring it in any case. */
    private void sell(List<Long> orderIds) {
        for (long orderId : orderIds) {
            try {
                stock.sell(orderId);
            } catch (BusinessException later) {
                log.info("order {} is sold by its event: {}", orderId, later.getMessage());
                return;
            }
        }
    }
}
