package org.gomall.order.cancel;

import java.util.List;
import org.apache.seata.rm.tcc.api.BusinessActionContext;
import org.apache.seata.rm.tcc.api.BusinessActionContextParameter;
import org.apache.seata.rm.tcc.api.LocalTCC;
import org.apache.seata.rm.tcc.api.TwoPhaseBusinessAction;
import org.gomall.api.common.ActingUser;
import org.gomall.api.order.CancelReason;
import org.gomall.order.orders.Actor;
import org.gomall.platform.seata.SecondPhases;
import org.springframework.stereotype.Component;

/**
 * TCC branch that cancels an order. The fence matters: the loser of two cancellations has no row in it, so its Cancel
 * does not touch what the winner holds. Public, because Seata calls the phases by reflection.
 */
@LocalTCC
@Component
public class CancelOrderBranch {

    /** Stands for no actor: Seata takes no null. */
    static final long NOBODY = 0;

    private static final String ORDER_ID = "orderId";
    private static final String REASON = "reason";
    private static final String BY = "by";
    private static final String ACTOR_ID = "actorId";
    private static final String ACTOR_IP = "actorIp";
    private static final String WORDS = "words";

    private final CancelledOrder order;
    private final SecondPhases phases;

    CancelOrderBranch(CancelledOrder order, SecondPhases phases) {
        this.order = order;
        this.phases = phases;
    }

    /** Try: nobody else can pay or cancel the order. The actor is there when a special right was used. */
    @TwoPhaseBusinessAction(
            name = "order-cancel",
            commitMethod = "confirm",
            rollbackMethod = "cancel",
            useTCCFence = true)
    public void hold(
            @BusinessActionContextParameter(paramName = ORDER_ID) long orderId,
            @BusinessActionContextParameter(paramName = REASON) String reason,
            @BusinessActionContextParameter(paramName = BY) String by,
            @BusinessActionContextParameter(paramName = ACTOR_ID) long actorId,
            @BusinessActionContextParameter(paramName = ACTOR_IP) String actorIp,
            @BusinessActionContextParameter(paramName = WORDS) String words) {
        order.hold(orderId);
    }

    /** Confirm: it is cancelled. */
    public boolean confirm(BusinessActionContext context) {
        long orderId = number(context, ORDER_ID);
        phases.run(
                context,
                List.of(orderId),
                () -> order.confirm(
                        orderId,
                        new Cancellation(
                                CancelReason.valueOf((String) context.getActionContext(REASON)),
                                Actor.valueOf((String) context.getActionContext(BY)),
                                (String) context.getActionContext(WORDS),
                                actor(context))));
        return true;
    }

    /** Cancel: it can be paid again. */
    public boolean cancel(BusinessActionContext context) {
        long orderId = number(context, ORDER_ID);
        phases.run(context, List.of(orderId), () -> order.release(orderId));
        return true;
    }

    private static ActingUser actor(BusinessActionContext context) {
        // A branch that an older version began has none.
        if (!(context.getActionContext(ACTOR_ID) instanceof Number id) || id.longValue() == NOBODY) {
            return null;
        }
        String ip = (String) context.getActionContext(ACTOR_IP);
        return new ActingUser(id.longValue(), ip.isEmpty() ? null : ip);
    }

    /** The number went through JSON. */
    private static long number(BusinessActionContext context, String name) {
        return ((Number) context.getActionContext(name)).longValue();
    }
}
