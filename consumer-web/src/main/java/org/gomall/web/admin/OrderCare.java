package org.gomall.web.admin;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Page;
import org.gomall.api.order.AdminCancelCommand;
import org.gomall.api.order.AdminOrderQuery;
import org.gomall.api.order.AdminOrderService;
import org.gomall.api.order.AdminOrderView;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.payment.PaymentService;
import org.gomall.api.payment.PaymentView;
import org.gomall.api.user.AuditLogService;
import org.gomall.api.user.PrivilegedAct;
import org.springframework.stereotype.Component;

/** Orders of everybody in the hands of admins; for the API and the pages alike. */
@Component
class OrderCare {

    private final AdminOrderService orders;
    private final PaymentService payments;
    private final AuditLogService audit;
    private final Clock clock;

    OrderCare(AdminOrderService orders, PaymentService payments, AuditLogService audit, Clock clock) {
        this.orders = orders;
        this.payments = payments;
        this.audit = audit;
        this.clock = clock;
    }

    Page<AdminOrderView> list(AdminOrderQuery query) {
        query.check();
        return orders.list(query);
    }

    AdminOrderView get(long orderId) {
        return orders.get(orderId);
    }

    /** All payments that name the order, newest first. */
    List<PaymentView> payments(AdminOrderView order) {
        return payments.ofOrder(order.userId(), order.orderId());
    }

    /**
     * Cancels an unpaid order, on record first: what cannot be put there does not happen. When the order is paid in the
     * moment between, the entry stays and tells of the attempt.
     *
     * @throws BusinessException VALIDATION; NOT_FOUND; ILLEGAL_STATE unless it waits for its payment; NO_PERMISSION
     */
    AdminOrderView cancel(ActingUser actor, long orderId, String reason) {
        AdminCancelCommand command = new AdminCancelCommand(orderId, reason == null ? null : reason.strip());
        command.check();
        OrderStatus status = orders.get(orderId).status();
        if (!status.canTransitionTo(OrderStatus.CANCELLED)) {
            throw new BusinessException(ErrorCode.ILLEGAL_STATE, "The order is " + status + " and cannot be cancelled");
        }
        audit.record(PrivilegedAct.of(
                actor, "order.cancel", "order:" + orderId, Map.of("reason", command.reason()), clock.instant()));
        return orders.cancel(command);
    }
}
