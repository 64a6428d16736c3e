package org.gomall.payment.payments;

import java.util.List;
import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.common.Replayable;
import org.gomall.api.order.PayableOrder;
import org.gomall.api.payment.PayCommand;
import org.gomall.api.payment.PaymentMethod;
import org.gomall.api.payment.PaymentService;
import org.gomall.api.payment.PaymentView;
import org.gomall.payment.cards.CardVault;
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
    private final CardVault cards;

    Payments(
            OrderGateway orders,
            Capture capture,
            Settlement settlement,
            Idempotency idempotency,
            PaymentViews views,
            Cancellation cancellation,
            CardVault cards) {
        this.orders = orders;
        this.capture = capture;
        this.settlement = settlement;
        this.idempotency = idempotency;
        this.views = views;
        this.cancellation = cancellation;
        this.cards = cards;
    }

    @Override
    public Replayable<PaymentView> pay(PayCommand command) {
        long userId = command.userId();
        List<Long> orderIds = command.orderIds().stream().sorted().toList();
        String wish = command.method() + ":" + orderIds + (command.cardId() == null ? "" : ":" + command.cardId());
        IdempotentRequest request =
                IdempotentRequest.of(userId, IdempotentRequest.Kind.PAY, command.idempotencyKey(), wish);
        return idempotency.once(
                request,
                paymentId -> views.get(userId, paymentId),
                () -> command.method() == PaymentMethod.CARD
                        ? views.get(userId, byCard(request, command.cardId(), orderIds))
                        : fromWallet(request, orderIds));
    }

    /** Reads the payment only if something has happened to it since its capture. */
    private PaymentView fromWallet(IdempotentRequest request, List<Long> orderIds) {
        List<PayableOrder> payable = orders.payable(request.userId(), orderIds);
        PaymentRow payment = capture.fromWallet(request, payable);
        return settlement.settle(payment.paymentId(), Capture.amounts(payable))
                ? PaymentViews.captured(payment, orderIds)
                : views.get(request.userId(), payment.paymentId());
    }

    private long byCard(IdempotentRequest request, long cardId, List<Long> orderIds) {
        String token = cards.token(request.userId(), cardId);
        return capture.byCard(request, cardId, token, orders.payable(request.userId(), orderIds));
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
