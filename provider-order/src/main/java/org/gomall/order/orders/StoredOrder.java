package org.gomall.order.orders;

import java.time.Instant;
import org.gomall.api.order.CancelReason;
import org.gomall.api.order.OrderAddress;

/** A row of table orders; amounts in fen. */
public record StoredOrder(
        long orderId,
        long orderSetId,
        long userId,
        long shopId,
        OrderState state,
        long itemsCents,
        long shippingCents,
        long discountCents,
        long totalCents,
        String receiver,
        String phone,
        String province,
        String city,
        String district,
        String street,
        String zip,
        String note,
        Long paymentId,
        CancelReason cancelReason,
        String carrier,
        String trackingNo,
        Instant createdAt,
        Instant expiresAt,
        long refundedCents) {

    /** Where it goes. */
    public OrderAddress address() {
        return new OrderAddress(receiver, phone, province, city, district, street, zip);
    }

    /** Without the person's data. */
    @Override
    public String toString() {
        return "StoredOrder[orderId=" + orderId + ", state=" + state + "]";
    }
}
