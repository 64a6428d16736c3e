package org.gomall.web.preview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Page;
import org.gomall.api.common.Replayable;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.payment.PayCommand;
import org.gomall.api.payment.PaymentMethod;
import org.gomall.api.payment.PaymentRecordQuery;
import org.gomall.api.payment.PaymentRecordService;
import org.gomall.api.payment.PaymentRecordView;
import org.gomall.api.payment.PaymentService;
import org.gomall.api.payment.PaymentStatus;
import org.gomall.api.payment.PaymentView;
import org.gomall.api.payment.ShopPaymentView;
import org.gomall.api.payment.TopUpCommand;
import org.gomall.api.payment.TopUpView;
import org.gomall.api.payment.WalletEntryView;
import org.gomall.api.payment.WalletService;
import org.gomall.api.payment.WalletView;

/** The wallet and the payments of alice. */
class MemoryMoney implements PaymentService, WalletService, PaymentRecordService {

    /** As if provider-payment could not be asked for the payments of an order. */
    boolean away;

    private final MemoryOrders orders;
    private final Map<Long, PaymentView> payments = new TreeMap<>();
    private final Map<String, Long> keys = new HashMap<>();
    private final List<WalletEntryView> entries = new ArrayList<>();
    private final AtomicLong ids = new AtomicLong(8_801_000_000_000L);
    private long balance;

    MemoryMoney(MemoryOrders orders) {
        this.orders = orders;
        move(WalletEntryView.Kind.TOP_UP, 10_000_000, 1);
    }

    private void move(WalletEntryView.Kind kind, long amountCents, long referenceId) {
        balance += amountCents;
        entries.add(
                0, new WalletEntryView(ids.incrementAndGet(), kind, amountCents, balance, referenceId, Instant.now()));
    }

    @Override
    public Replayable<PaymentView> pay(PayCommand command) {
        command.check();
        if (keys.containsKey(command.idempotencyKey())) {
            return Replayable.again(payments.get(keys.get(command.idempotencyKey())));
        }
        long sum = command.orderIds().stream()
                .map(orders::find)
                .peek(order -> {
                    if (order.status() != OrderStatus.CREATED) {
                        throw new BusinessException(ErrorCode.ILLEGAL_STATE);
                    }
                })
                .mapToLong(order -> order.totalCents())
                .sum();
        if (command.method() == PaymentMethod.CARD) {
            return Replayable.first(keep(command, PaymentStatus.PENDING, sum, ids.incrementAndGet()));
        }
        if (sum > balance) {
            throw new BusinessException(ErrorCode.INSUFFICIENT_BALANCE);
        }
        long paymentId = ids.incrementAndGet();
        move(WalletEntryView.Kind.PAYMENT, -sum, paymentId);
        PaymentView paid = keep(command, PaymentStatus.SUCCEEDED, sum, paymentId);
        command.orderIds().forEach(id -> orders.step(id, OrderStatus.PAID, "SYSTEM", null, null, null));
        return Replayable.first(paid);
    }

    private PaymentView keep(PayCommand command, PaymentStatus status, long amountCents, long paymentId) {
        payments.put(
                paymentId,
                new PaymentView(
                        paymentId,
                        command.orderIds(),
                        command.method(),
                        status,
                        amountCents,
                        0,
                        Instant.now(),
                        List.of()));
        keys.put(command.idempotencyKey(), paymentId);
        return payments.get(paymentId);
    }

    /** The channel, or its owner, ends a payment. */
    void end(long paymentId, PaymentStatus status) {
        payments.computeIfPresent(
                paymentId,
                (id, payment) -> new PaymentView(
                        id,
                        payment.orderIds(),
                        payment.method(),
                        status,
                        payment.amountCents(),
                        0,
                        payment.createdAt(),
                        List.of()));
    }

    @Override
    public PaymentView get(long userId, long paymentId) {
        PaymentView payment = payments.get(paymentId);
        if (payment == null || userId != MemoryOrders.ALICE) {
            throw BusinessException.notFound("payment");
        }
        return payment;
    }

    @Override
    public List<PaymentView> ofOrder(long userId, long orderId) {
        if (away) {
            throw new BusinessException(ErrorCode.UNAVAILABLE, "away", Map.of("retryAfterSeconds", 3));
        }
        return payments.values().stream()
                .filter(payment -> payment.orderIds().contains(orderId))
                .sorted((a, b) -> Long.compare(b.paymentId(), a.paymentId()))
                .toList();
    }

    @Override
    public PaymentView cancel(long userId, long paymentId) {
        if (get(userId, paymentId).status() != PaymentStatus.PENDING) {
            throw new BusinessException(ErrorCode.ILLEGAL_STATE);
        }
        end(paymentId, PaymentStatus.CANCELLED);
        return payments.get(paymentId);
    }

    @Override
    public Page<ShopPaymentView> ofShop(long shopId, int page, int size) {
        return new Page<>(List.of(), page, size, 0);
    }

    @Override
    public Page<PaymentRecordView> all(PaymentRecordQuery query) {
        return new Page<>(List.of(), query.page(), query.size(), 0);
    }

    @Override
    public WalletView wallet(long userId) {
        return new WalletView(userId == MemoryOrders.ALICE ? balance : 0);
    }

    @Override
    public Page<WalletEntryView> entries(long userId, int page, int size) {
        List<WalletEntryView> all = userId == MemoryOrders.ALICE ? entries : List.of();
        int from = Math.min(all.size(), (page - 1) * size);
        return new Page<>(all.subList(from, Math.min(all.size(), from + size)), page, size, all.size());
    }

    @Override
    public Replayable<TopUpView> topUp(TopUpCommand command) {
        command.check();
        move(WalletEntryView.Kind.TOP_UP, command.amountCents(), 2);
        return Replayable.first(new TopUpView(2, command.amountCents(), balance));
    }
}
