package org.gomall.order.cancel;

import org.apache.seata.rm.tcc.api.BusinessActionContext;
import org.apache.seata.rm.tcc.api.BusinessActionContextParameter;
import org.apache.seata.rm.tcc.api.LocalTCC;
import org.apache.seata.rm.tcc.api.TwoPhaseBusinessAction;
import org.gomall.api.order.CancelReason;
import org.gomall.order.orders.Actor;
import org.springframework.stereotype.Component;

/**
 * TCC branch that cancels an order. The fence matters: the loser of two cancellations has no row in it, so its Cancel
 * does not touch what the winner holds. Public, because Seata calls the phases by reflection.
 */
@LocalTCC
@Component
public class CancelOrderBranch {

    private static final String ORDER_ID = "orderId";
    private static final String REASON = "reason";
    private static final String BY = "by";

    private final CancelledOrder order;

    CancelOrderBranch(CancelledOrder order) {
        this.order = order;
    }

    /** Try: nobody else can pay or cancel the order. */
    @TwoPhaseBusinessAction(
            name = "order-cancel",
            commitMethod = "confirm",
            rollbackMethod = "cancel",
            useTCCFence = true)
    public void hold(
            @BusinessActionContextParameter(paramName = ORDER_ID) long orderId,
            @BusinessActionContextParameter(paramName = REASON) String reason,
            @BusinessActionContextParameter(paramName = BY) String by) {
        order.hold(orderId);
    }

    /** Confirm: it is cancelled. */
    public boolean confirm(BusinessActionContext context) {
        order.confirm(
                orderId(context),
                CancelReason.valueOf((String) context.getActionContext(REASON)),
                Actor.valueOf((String) context.getActionContext(BY)));
        return true;
    }

    /** Cancel: it can be paid again. */
    public boolean cancel(BusinessActionContext context) {
        order.release(orderId(context));
        return true;
    }

    /** The number went through JSON. */
    private static long orderId(BusinessActionContext context) {
        return ((Number) context.getActionContext(ORDER_ID)).longValue();
    }
}
