package org.gomall.order.orders;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.Page;
import org.gomall.api.common.PageLimits;
import org.gomall.api.order.OrderHistoryEntry;
import org.gomall.api.order.OrderQuery;
import org.gomall.api.order.OrderView;
import org.springframework.stereotype.Component;

/** Reading orders; whose they are is part of every query. */
@Component
public class OrderReader {

    private final OrderMapper orders;
    private final OrderViews views;
    private final RefundsOfOrder refunds;

    OrderReader(OrderMapper orders, OrderViews views, RefundsOfOrder refunds) {
        this.orders = orders;
        this.views = views;
        this.refunds = refunds;
    }

    /** An order of this user. */
    public StoredOrder ofUser(long userId, long orderId) {
        return orders.byUser(userId, orderId).orElseThrow(() -> BusinessException.notFound("Order"));
    }

    /** An order of this shop. */
    public StoredOrder ofShop(long shopId, long orderId) {
        return orders.byShop(shopId, orderId).orElseThrow(() -> BusinessException.notFound("Order"));
    }

    /** Those of the orders that are this user's. */
    public List<StoredOrder> ofUser(long userId, Collection<Long> orderIds) {
        return orders.byUserAndIds(userId, orderIds);
    }

    /** Any order, for work that nobody asked for in person. */
    public Optional<StoredOrder> any(long orderId) {
        return orders.byId(orderId);
    }

    /** Those of the orders that there are, newest first; for those who run the mall. */
    public List<StoredOrder> any(Collection<Long> orderIds) {
        return orderIds.isEmpty() ? List.of() : orders.byIds(orderIds);
    }

    /** The items of an order. */
    public List<StoredItem> items(long orderId) {
        return orders.items(List.of(orderId));
    }

    /** Everything about an order. */
    public OrderView view(StoredOrder order) {
        List<OrderHistoryEntry> history =
                orders.history(order.orderId()).stream().map(HistoryRow::entry).toList();
        return views.of(order, items(order.orderId()), history, refunds.ofOrder(order.orderId()));
    }

    /** The orders of these sets, also while nobody else may see them. */
    public List<StoredOrder> ofSets(Collection<Long> orderSetIds) {
        return orders.ofSets(orderSetIds);
    }

    /** The orders of a set, without their history. */
    public List<OrderView> viewSet(long orderSetId) {
        return views(ofSets(List.of(orderSetId)));
    }

    /** Orders of a user, newest first. */
    public Page<OrderView> pageOfUser(OrderQuery query) {
        return page(query, query.ownerId(), null);
    }

    /** Orders of a shop, newest first. */
    public Page<OrderView> pageOfShop(OrderQuery query) {
        return page(query, null, query.ownerId());
    }

    private Page<OrderView> page(OrderQuery query, Long userId, Long shopId) {
        long offset = (query.page() - 1L) * query.size();
        long total = orders.count(userId, shopId, query.status(), PageLimits.mostCounted(query.page(), query.size()));
        List<StoredOrder> found =
                offset >= total ? List.of() : orders.page(userId, shopId, query.status(), query.size(), offset);
        return new Page<>(views(found), query.page(), query.size(), total);
    }

    /** The orders without their history, in the same sequence. */
    public List<OrderView> views(List<StoredOrder> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<Long, List<StoredItem>> items = orders
                .items(found.stream().map(StoredOrder::orderId).toList())
                .stream()
                .collect(Collectors.groupingBy(StoredItem::orderId));
        return found.stream()
                .map(order -> views.of(order, items.getOrDefault(order.orderId(), List.of()), List.of()))
                .toList();
    }
}
