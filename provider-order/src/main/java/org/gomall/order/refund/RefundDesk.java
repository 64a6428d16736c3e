package org.gomall.order.refund;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Topics;
import org.gomall.api.order.ApproveRefundCommand;
import org.gomall.api.order.OrderRefunded;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.RefundStatus;
import org.gomall.api.order.RefuseRefundCommand;
import org.gomall.api.order.RequestRefundCommand;
import org.gomall.api.user.PrivilegedAct;
import org.gomall.order.orders.Actor;
import org.gomall.order.orders.OrderReader;
import org.gomall.order.orders.OrderState;
import org.gomall.order.orders.OrderSteps;
import org.gomall.order.orders.Step;
import org.gomall.order.orders.StoredOrder;
import org.gomall.platform.id.Ids;
import org.gomall.platform.messaging.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of a refund request. Each is one local transaction which moves the request and its order together and leaves
 * the event that drives the next step, so a process that dies between two steps loses nothing. The request is locked
 * before its order.
 */
@Component
@Transactional
class RefundDesk {

    private final RefundMapper refunds;
    private final RefundReader reader;
    private final OrderReader orders;
    private final OrderSteps steps;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    RefundDesk(
            RefundMapper refunds,
            RefundReader reader,
            OrderReader orders,
            OrderSteps steps,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.refunds = refunds;
        this.reader = reader;
        this.orders = orders;
        this.steps = steps;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** Opens a request, and approves it when nothing was shipped yet: there is nothing to decide about. */
    public StoredRefund open(RequestRefundCommand command) {
        StoredOrder order = orders.ofUser(command.userId(), command.orderId());
        if (!mayRefund(order)) {
            throw OrderSteps.illegal(order, OrderStatus.REFUNDING);
        }
        long refundId = ids.next();
        Instant now = clock.instant();
        if (refunds.open(
                        refundId,
                        command,
                        order,
                        amount(command, order),
                        command.reason().strip(),
                        now)
                == 0) {
            throw OrderSteps.illegal(order, OrderStatus.REFUNDING);
        }
        remember(refundId, null, RefundStatus.REQUESTED, Actor.USER, null);
        steps.takeOrRefuse(order, Step.refunding(refundId));
        StoredRefund refund = reader.ofShop(order.shopId(), refundId);
        return order.state() == OrderState.PAID ? approve(refund, Actor.SYSTEM, "not shipped yet") : refund;
    }

    /** The shop or an admin agrees. */
    public StoredRefund approve(ApproveRefundCommand command) {
        StoredRefund refund = reader.ofShop(command.shopId(), command.refundId());
        StoredRefund approved = approve(refund, decider(command.shopId()), null);
        audit(command.actor(), "refund.approve", refund, Map.of("amountCents", Long.toString(refund.amountCents())));
        return approved;
    }

    /** The shop or an admin does not agree: the order goes on where it was. */
    public void refuse(RefuseRefundCommand command) {
        StoredRefund refund = reader.ofShop(command.shopId(), command.refundId());
        String reason = command.reason().strip();
        if (refunds.refuse(refund.refundId(), reason, clock.instant()) == 0) {
            throw illegal(refund, RefundStatus.REFUSED);
        }
        Actor by = decider(command.shopId());
        remember(refund.refundId(), RefundStatus.REQUESTED, RefundStatus.REFUSED, by, reason);
        steps.takeOrRefuse(
                orderOf(refund), Step.resumed(refund.orderStatus(), by, refund.refundId(), refund.left(), 0));
        audit(command.actor(), "refund.refuse", refund, Map.of("reason", reason));
    }

    /**
     * The money is back: settles request and order. Safe to repeat.
     *
     * @return whether the order's pieces can be taken back: all its money is back, and it never left the shop
     */
    public boolean finish(long refundId) {
        Optional<StoredRefund> found = reader.any(refundId);
        if (found.isEmpty()) {
            return false;
        }
        StoredRefund refund = found.get();
        if (refunds.finish(refundId, clock.instant()) == 1) {
            remember(refundId, RefundStatus.APPROVED, RefundStatus.DONE, Actor.SYSTEM, null);
            settle(refund, orderOf(refund));
        }
        StoredOrder order = orderOf(refund);
        return order.state() == OrderState.REFUNDED && !wasShipped(order);
    }

    private void settle(StoredRefund refund, StoredOrder order) {
        long amount = refund.amountCents();
        if (order.refundedCents() + amount < order.totalCents()) {
            steps.takeOrRefuse(
                    order, Step.resumed(refund.orderStatus(), Actor.SYSTEM, refund.refundId(), refund.left(), amount));
            return;
        }
        steps.takeOrRefuse(order, Step.refunded(refund.refundId(), amount));
        outbox.publish(Topics.ORDER, new OrderRefunded(order.orderId(), refund.refundId(), wasShipped(order)));
    }

    private StoredRefund approve(StoredRefund refund, Actor by, String reason) {
        if (refunds.approve(refund.refundId(), clock.instant()) == 0) {
            throw illegal(refund, RefundStatus.APPROVED);
        }
        remember(refund.refundId(), RefundStatus.REQUESTED, RefundStatus.APPROVED, by, reason);
        outbox.publish(Topics.ORDER, refund.approved());
        return reader.ofShop(refund.shopId(), refund.refundId());
    }

    private void remember(long refundId, RefundStatus from, RefundStatus to, Actor by, String reason) {
        refunds.remember(new RefundHistoryRow(refundId, from, to, clock.instant(), by, reason));
    }

    private void audit(ActingUser actor, String action, StoredRefund refund, Map<String, String> details) {
        outbox.publish(
                Topics.AUDIT, PrivilegedAct.of(actor, action, "refund:" + refund.refundId(), details, clock.instant()));
    }

    private StoredOrder orderOf(StoredRefund refund) {
        return orders.any(refund.orderId()).orElseThrow();
    }

    private static boolean wasShipped(StoredOrder order) {
        return order.carrier() != null;
    }

    private static boolean mayRefund(StoredOrder order) {
        return order.state().shown().canTransitionTo(OrderStatus.REFUNDING)
                && order.refundedCents() < order.totalCents();
    }

    private static long amount(RequestRefundCommand command, StoredOrder order) {
        long left = order.totalCents() - order.refundedCents();
        if (command.amountCents() != null && command.amountCents() > left) {
            throw new BusinessException(
                    ErrorCode.VALIDATION,
                    ErrorCode.VALIDATION.defaultMessage(),
                    Map.of("amountCents", "must be between 1 and " + left));
        }
        return command.amountCents() == null ? left : command.amountCents();
    }

    private static Actor decider(Long shopId) {
        return shopId == null ? Actor.ADMIN : Actor.MERCHANT;
    }

    private static BusinessException illegal(StoredRefund refund, RefundStatus to) {
        return new BusinessException(
                ErrorCode.ILLEGAL_STATE, "The refund is " + refund.status() + " and cannot become " + to);
    }
}
