package org.gomall.payment.payments;

import java.util.List;
import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.common.Replayable;
import org.gomall.api.order.OrderAmount;
import org.gomall.api.payment.PayCommand;
import org.gomall.api.payment.PaymentService;
import org.gomall.api.payment.PaymentView;
import org.gomall.payment.idempotency.Idempotency;
import org.gomall.payment.idempotency.IdempotentRequest;

/** The Dubbo face of payments. */
@DubboService
class Payments implements PaymentService {

    private final OrderGateway orders;
    private final Capture capture;
    private final Settlement settlement;
    private final Idempotency idempotency;
    private final PaymentViews views;
    private final Cancellation cancellation;

    Payments(
            OrderGateway orders,
            Capture capture,
            Settlement settlement,
            Idempotency idempotency,
            PaymentViews views,
            Cancellation cancellation) {
        this.orders = orders;
        this.capture = capture;
        this.settlement = settlement;
        this.idempotency = idempotency;
        this.views = views;
        this.cancellation = cancellation;
    }

    @Override
    public Replayable<PaymentView> pay(PayCommand command) {
        long userId = command.userId();
        List<Long> orderIds = command.orderIds().stream().sorted().toList();
        IdempotentRequest request = IdempotentRequest.of(
                userId, IdempotentRequest.Kind.PAY, command.idempotencyKey(), command.method() + ":" + orderIds);
        return idempotency.once(request, paymentId -> views.get(userId, paymentId), () -> {
            List<OrderAmount> amounts = orders.payable(userId, orderIds);
            long paymentId = capture.fromWallet(request, command.method(), amounts);
            settlement.settle(paymentId, amounts);
            return views.get(userId, paymentId);
        });
    }

    @Override
    public PaymentView get(long userId, long paymentId) {
        return views.get(userId, paymentId);
    }

    @Override
    public List<PaymentView> ofOrder(long userId, long orderId) {
        return views.ofOrder(userId, orderId);
    }

    @Override
    public PaymentView cancel(long userId, long paymentId) {
        cancellation.cancel(userId, paymentId);
        return views.get(userId, paymentId);
    }
}
