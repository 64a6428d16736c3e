package org.gomall.order.refund;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.Page;
import org.gomall.api.common.PageLimits;
import org.gomall.api.order.RefundHistoryEntry;
import org.gomall.api.order.RefundQuery;
import org.gomall.api.order.RefundRequestView;
import org.gomall.order.orders.RefundsOfOrder;
import org.springframework.stereotype.Component;

/** Reading refund requests; whose they are is part of every query. */
@Component
class RefundReader implements RefundsOfOrder {

    private final RefundMapper refunds;

    RefundReader(RefundMapper refunds) {
        this.refunds = refunds;
    }

    @Override
    public List<RefundRequestView> ofOrder(long orderId) {
        return views(refunds.ofOrder(orderId));
    }

    /** What a shopper's key was used for. */
    Optional<StoredRefund> ofKey(long userId, String key) {
        return refunds.byKey(userId, key);
    }

    /** A request of this shop, or of any shop for null. */
    StoredRefund ofShop(Long shopId, long refundId) {
        return refunds.byShop(shopId, refundId).orElseThrow(() -> BusinessException.notFound("Refund"));
    }

    /** Any request, for work that nobody asked for in person. */
    Optional<StoredRefund> any(long refundId) {
        return refunds.byId(refundId);
    }

    /** A request of this shop, or of any shop for null, as everybody sees it. */
    RefundRequestView view(Long shopId, long refundId) {
        return view(ofShop(shopId, refundId));
    }

    /** A request with its history. */
    RefundRequestView view(StoredRefund refund) {
        return views(List.of(refund)).get(0);
    }

    /** Requests of a shop, or of all shops, newest first. */
    Page<RefundRequestView> page(RefundQuery query) {
        long offset = (query.page() - 1L) * query.size();
        List<StoredRefund> found = refunds.page(query.shopId(), query.status(), query.size(), offset);
        long total = refunds.count(query.shopId(), query.status(), PageLimits.mostCounted(query.page(), query.size()));
        return new Page<>(views(found), query.page(), query.size(), total);
    }

    private List<RefundRequestView> views(List<StoredRefund> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<Long, List<RefundHistoryEntry>> history =
                refunds.history(found.stream().map(StoredRefund::refundId).toList()).stream()
                        .collect(Collectors.groupingBy(
                                RefundHistoryRow::refundId,
                                Collectors.mapping(RefundHistoryRow::entry, Collectors.toList())));
        return found.stream()
                .map(refund -> refund.view(history.getOrDefault(refund.refundId(), List.of())))
                .toList();
    }
}
