package org.gomall.order.place;

import java.util.List;
import org.apache.seata.rm.tcc.api.BusinessActionContext;
import org.apache.seata.rm.tcc.api.BusinessActionContextParameter;
import org.apache.seata.rm.tcc.api.LocalTCC;
import org.apache.seata.rm.tcc.api.TwoPhaseBusinessAction;
import org.gomall.platform.seata.SecondPhases;
import org.springframework.stereotype.Component;

/**
 * TCC branch of the orders themselves. Seata's fence writes its own row in the same local transaction as each phase; so a
 * phase happens once, a Cancel without a Try passes, and a Try after its Cancel does not. Public, because Seata calls
 * the phases by reflection.
 */
@LocalTCC
@Component
public class PlaceOrdersBranch {

    private static final String ORDER_SET_ID = "orderSetId";
    private static final String USER_ID = "userId";
    private static final String FROM_CART = "fromCart";

    private final PlacedRows rows;
    private final SecondPhases phases;

    PlaceOrdersBranch(PlacedRows rows, SecondPhases phases) {
        this.rows = rows;
        this.phases = phases;
    }

    /** Try: the orders are there, but nobody sees them. */
    @TwoPhaseBusinessAction(
            name = "order-place",
            commitMethod = "confirm",
            rollbackMethod = "cancel",
            useTCCFence = true)
    public void place(
            @BusinessActionContextParameter(paramName = ORDER_SET_ID) long orderSetId,
            @BusinessActionContextParameter(paramName = USER_ID) long userId,
            @BusinessActionContextParameter(paramName = FROM_CART) boolean fromCart,
            OrderPlan plan) {
        rows.insert(plan);
    }

    /** Confirm: they can be seen, paid and cancelled. */
    public boolean confirm(BusinessActionContext context) {
        phases.run(
                context,
                List.of(),
                () -> rows.confirm(
                        number(context, ORDER_SET_ID),
                        number(context, USER_ID),
                        Boolean.TRUE.equals(context.getActionContext(FROM_CART))));
        return true;
    }

    /** Cancel: they have never been there. */
    public boolean cancel(BusinessActionContext context) {
        phases.run(context, List.of(), () -> rows.cancel(number(context, ORDER_SET_ID)));
        return true;
    }

    /** The number went through JSON. */
    private static long number(BusinessActionContext context, String name) {
        return ((Number) context.getActionContext(name)).longValue();
    }
}
