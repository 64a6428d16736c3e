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
import org.gomall.api.order.ApproveRefundCommand;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.OrderView;
import org.gomall.api.order.RefundDecisionService;
import org.gomall.api.order.RefundHistoryEntry;
import org.gomall.api.order.RefundQuery;
import org.gomall.api.order.RefundRequestService;
import org.gomall.api.order.RefundRequestView;
import org.gomall.api.order.RefundStatus;
import org.gomall.api.order.RefuseRefundCommand;
import org.gomall.api.order.RequestRefundCommand;

/** Refunds of whole orders over {@link MemoryOrders}. */
class MemoryRefunds implements RefundRequestService, RefundDecisionService {

    private final MemoryOrders orders;
    private final Map<Long, RefundRequestView> refunds = new TreeMap<>();
    private final Map<String, Long> keys = new HashMap<>();
    private final AtomicLong ids = new AtomicLong(9_901_000_000_000L);

    MemoryRefunds(MemoryOrders orders) {
        this.orders = orders;
    }

    @Override
    public Replayable<RefundRequestView> request(RequestRefundCommand command) {
        command.check();
        if (keys.containsKey(command.idempotencyKey())) {
            return Replayable.again(refunds.get(keys.get(command.idempotencyKey())));
        }
        OrderView order = orders.get(command.userId(), command.orderId());
        if (command.amountCents() != null && command.amountCents() > order.totalCents()) {
            throw new BusinessException(ErrorCode.VALIDATION, "too much", Map.of("amountCents", "too much"));
        }
        orders.step(order.orderId(), OrderStatus.REFUNDING, "USER", null, null, null);
        long refundId = ids.incrementAndGet();
        Instant now = Instant.now();
        keep(new RefundRequestView(
                refundId,
                order.orderId(),
                order.shopId(),
                RefundStatus.REQUESTED,
                command.amountCents() == null ? order.totalCents() : command.amountCents(),
                command.reason(),
                null,
                order.status(),
                now,
                now,
                List.of(new RefundHistoryEntry(null, RefundStatus.REQUESTED, now, "USER", null))));
        keys.put(command.idempotencyKey(), refundId);
        if (order.status() == OrderStatus.PAID) {
            finish(refundId, "SYSTEM");
        }
        return Replayable.first(refunds.get(refundId));
    }

    @Override
    public List<RefundRequestView> ofOrder(long userId, long orderId) {
        return orders.get(userId, orderId).refunds();
    }

    @Override
    public Page<RefundRequestView> list(RefundQuery query) {
        List<RefundRequestView> all = refunds.values().stream()
                .filter(refund -> query.shopId() == null || query.shopId() == refund.shopId())
                .filter(refund -> query.status() == null || query.status() == refund.status())
                .toList();
        return new Page<>(all, query.page(), query.size(), all.size());
    }

    @Override
    public RefundRequestView get(Long shopId, long refundId) {
        RefundRequestView refund = refunds.get(refundId);
        if (refund == null || shopId != null && shopId != refund.shopId()) {
            throw BusinessException.notFound("refund");
        }
        return refund;
    }

    @Override
    public RefundRequestView approve(ApproveRefundCommand command) {
        requireOpen(get(command.shopId(), command.refundId()));
        return finish(command.refundId(), command.shopId() == null ? "ADMIN" : "MERCHANT");
    }

    @Override
    public RefundRequestView refuse(RefuseRefundCommand command) {
        command.check();
        RefundRequestView refund = get(command.shopId(), command.refundId());
        requireOpen(refund);
        String by = command.shopId() == null ? "ADMIN" : "MERCHANT";
        orders.step(refund.orderId(), refund.orderStatus(), by, null, null, null);
        return step(refund, RefundStatus.REFUSED, by, command.reason());
    }

    private RefundRequestView finish(long refundId, String by) {
        RefundRequestView approved = step(refunds.get(refundId), RefundStatus.APPROVED, by, null);
        orders.step(approved.orderId(), OrderStatus.REFUNDED, "SYSTEM", null, null, null);
        return step(approved, RefundStatus.DONE, "SYSTEM", null);
    }

    private RefundRequestView step(RefundRequestView r, RefundStatus to, String by, String refusal) {
        Instant now = Instant.now();
        List<RefundHistoryEntry> history = new ArrayList<>(r.history());
        history.add(new RefundHistoryEntry(r.status(), to, now, by, refusal));
        return keep(new RefundRequestView(
                r.refundId(),
                r.orderId(),
                r.shopId(),
                to,
                r.amountCents(),
                r.reason(),
                refusal,
                r.orderStatus(),
                r.createdAt(),
                now,
                history));
    }

    private RefundRequestView keep(RefundRequestView refund) {
        refunds.put(refund.refundId(), refund);
        orders.refund(refund);
        return refund;
    }

    private static void requireOpen(RefundRequestView refund) {
        if (refund.status() != RefundStatus.REQUESTED) {
            throw new BusinessException(ErrorCode.ILLEGAL_STATE);
        }
    }
}
