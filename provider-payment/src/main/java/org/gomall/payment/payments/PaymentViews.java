package org.gomall.payment.payments;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import org.gomall.api.common.BusinessException;
import org.gomall.api.payment.PaymentView;
import org.springframework.stereotype.Component;

/** Payments as their owner sees them; three statements for any number of payments. */
@Component
class PaymentViews {

    private final PaymentMapper payments;
    private final RefundMapper refunds;

    PaymentViews(PaymentMapper payments, RefundMapper refunds) {
        this.payments = payments;
        this.refunds = refunds;
    }

    /** A payment that has just been captured for these orders, given in ascending order. */
    static PaymentView captured(PaymentRow payment, List<Long> orderIds) {
        return view(payment, orderIds, List.of());
    }

    PaymentView get(long userId, long paymentId) {
        PaymentRow payment = payments.find(userId, paymentId);
        if (payment == null) {
            throw BusinessException.notFound("Payment");
        }
        return views(List.of(payment)).get(0);
    }

    List<PaymentView> ofOrder(long userId, long orderId) {
        return views(payments.ofOrder(userId, orderId));
    }

    private List<PaymentView> views(List<PaymentRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Long> ids = rows.stream().map(PaymentRow::paymentId).toList();
        Map<Long, List<PaymentShare>> shares =
                payments.shares(ids).stream().collect(groupingBy(PaymentShare::paymentId));
        Map<Long, List<RefundRow>> given = refunds.ofPayments(ids).stream().collect(groupingBy(RefundRow::paymentId));
        return rows.stream()
                .map(row -> view(
                        row,
                        shares.get(row.paymentId()).stream()
                                .map(PaymentShare::orderId)
                                .toList(),
                        given.getOrDefault(row.paymentId(), List.of())))
                .toList();
    }

    private static PaymentView view(PaymentRow row, List<Long> orderIds, List<RefundRow> refunds) {
        return new PaymentView(
                row.paymentId(),
                orderIds,
                row.method(),
                row.status(),
                row.amountCents(),
                row.refundedCents(),
                row.createdAt(),
                refunds.stream().map(RefundRow::view).toList());
    }
}
