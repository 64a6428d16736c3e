package org.gomall.web.payment;

import java.util.List;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.OrderView;
import org.gomall.api.payment.PaymentStatus;
import org.gomall.api.payment.PaymentView;
import org.gomall.api.payment.RefundStatus;

/**
 * What the page of a payment says, and what it has to listen to until that is final.
 *
 * @param state the status of the payment; RETURNING while its money is on its way back; PENDING also until its orders know
 * @param events where the next step is told; null when there is nothing to wait for
 * @param seen the status there that the page knows
 */
public record PaymentOutcome(String state, String events, String seen) {

    static PaymentOutcome of(PaymentView payment, List<OrderView> orders) {
        boolean captured = payment.status() == PaymentStatus.SUCCEEDED;
        if (captured && payment.refunds().stream().anyMatch(refund -> refund.status() == RefundStatus.PENDING)) {
            return waiting("RETURNING", payment);
        }
        if (payment.status() == PaymentStatus.PENDING) {
            return waiting(PaymentStatus.PENDING.name(), payment);
        }
        OrderView behind = captured && payment.refundedCents() == 0 ? unaware(orders) : null;
        return behind == null
                ? new PaymentOutcome(payment.status().name(), null, null)
                : new PaymentOutcome(
                        PaymentStatus.PENDING.name(),
                        "/api/orders/" + behind.orderId() + "/events",
                        behind.status().name());
    }

    private static PaymentOutcome waiting(String state, PaymentView payment) {
        return new PaymentOutcome(
                state,
                "/api/payments/" + payment.paymentId() + "/events",
                payment.status().name());
    }

    /** An order hears of its money a moment after it was captured. */
    private static OrderView unaware(List<OrderView> orders) {
        return orders.stream()
                .filter(order -> order.status() == OrderStatus.CREATED)
                .findFirst()
                .orElse(null);
    }
}
