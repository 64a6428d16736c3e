package org.gomall.order.orders;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gomall.api.order.OrderHistoryEntry;
import org.gomall.api.order.OrderItemView;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.OrderView;
import org.gomall.api.order.RefundRequestView;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows as everybody sees them. */
@Component
public class OrderViews {

    private static final TypeReference<LinkedHashMap<String, String>> SPECS = new TypeReference<>() {};

    private final JsonMapper json;

    OrderViews(JsonMapper json) {
        this.json = json;
    }

    /** An order with its items. */
    public OrderView of(StoredOrder order, List<StoredItem> items, List<OrderHistoryEntry> history) {
        return of(order, items, history, List.of());
    }

    /** An order with its items and its refund requests. */
    OrderView of(
            StoredOrder order,
            List<StoredItem> items,
            List<OrderHistoryEntry> history,
            List<RefundRequestView> refunds) {
        OrderStatus status = order.state() == OrderState.PLACING
                ? OrderStatus.CREATED
                : order.state().shown();
        return new OrderView(
                order.orderId(),
                order.shopId(),
                status,
                order.itemsCents(),
                order.shippingCents(),
                order.discountCents(),
                order.totalCents(),
                items.stream().map(this::item).toList(),
                order.address(),
                order.note(),
                order.createdAt(),
                status == OrderStatus.CREATED ? order.expiresAt() : null,
                order.cancelReason(),
                order.carrier(),
                order.trackingNo(),
                history,
                order.refundedCents(),
                refunds);
    }

    /** The specs as they are stored. */
    public String specs(Map<String, String> specs) {
        return json.writeValueAsString(specs == null ? Map.of() : specs);
    }

    private OrderItemView item(StoredItem item) {
        return new OrderItemView(
                item.skuId(),
                item.productId(),
                item.productName(),
                item.productNameZh(),
                item.image(),
                json.readValue(item.specs(), SPECS),
                item.priceCents(),
                item.quantity(),
                item.totalCents());
    }
}
