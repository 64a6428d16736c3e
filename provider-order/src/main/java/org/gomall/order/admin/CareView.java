package org.gomall.order.admin;

import org.gomall.api.order.AdminOrderView;
import org.gomall.api.order.OrderView;
import org.gomall.order.orders.StoredOrder;

/** What admins see of an order. */
final class CareView {

    private static final int FIRST_DIGITS = 3;
    private static final int LAST_DIGITS = 4;

    private CareView() {}

    static AdminOrderView of(StoredOrder order, OrderView view) {
        return new AdminOrderView(
                order.orderId(),
                order.userId(),
                order.shopId(),
                view.status(),
                order.itemsCents(),
                order.shippingCents(),
                order.discountCents(),
                order.totalCents(),
                order.refundedCents(),
                view.items(),
                order.receiver(),
                masked(order.phone()),
                order.province(),
                order.city(),
                order.paymentId(),
                order.createdAt(),
                view.expiresAt(),
                order.cancelReason(),
                order.carrier(),
                order.trackingNo(),
                view.history(),
                view.refunds());
    }

    /** Of a number too short to leave anything hidden in between, nothing is shown. */
    static String masked(String phone) {
        return phone.length() <= FIRST_DIGITS + LAST_DIGITS
                ? "****"
                : phone.substring(0, FIRST_DIGITS) + "****" + phone.substring(phone.length() - LAST_DIGITS);
    }
}
