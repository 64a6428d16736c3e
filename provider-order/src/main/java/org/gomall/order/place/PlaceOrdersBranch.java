package org.gomall.order.place;

import org.apache.seata.rm.tcc.api.BusinessActionContext;
import org.apache.seata.rm.tcc.api.BusinessActionContextParameter;
import org.apache.seata.rm.tcc.api.LocalTCC;
import org.apache.seata.rm.tcc.api.TwoPhaseBusinessAction;
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

    private final PlacedRows rows;

    PlaceOrdersBranch(PlacedRows rows) {
        this.rows = rows;
    }

    /** Try: the orders are there, but nobody sees them. */
    @TwoPhaseBusinessAction(
            name = "order-place",
            commitMethod = "confirm",
            rollbackMethod = "cancel",
            useTCCFence = true)
    public void place(@BusinessActionContextParameter(paramName = ORDER_SET_ID) long orderSetId, OrderPlan plan) {
        rows.insert(plan);
    }

    /** Confirm: they can be seen, paid and cancelled. */
    public boolean confirm(BusinessActionContext context) {
        rows.confirm(orderSetId(context));
        return true;
    }

    /** Cancel: they have never been there. */
    public boolean cancel(BusinessActionContext context) {
        rows.cancel(orderSetId(context));
        return true;
    }

    /** The number went through JSON. */
    private static long orderSetId(BusinessActionContext context) {
        return ((Number) context.getActionContext(ORDER_SET_ID)).longValue();
    }
}
