package org.gomall.order.place;

import java.util.Collection;
import java.util.List;
import org.apache.seata.rm.tcc.api.BusinessActionContext;
import org.apache.seata.rm.tcc.api.BusinessActionContextParameter;
import org.apache.seata.rm.tcc.api.LocalTCC;
import org.apache.seata.rm.tcc.api.TwoPhaseBusinessAction;
import org.gomall.platform.seata.SecondPhases;
import org.springframework.stereotype.Component;

/**
 * TCC branch of the orders themselves, of one purchase or of several. Seata's fence writes its own row in the same local
 * transaction as each phase; so a phase happens once, a Cancel without a Try passes, and a Try after its Cancel does not. Public,
 * because Seata calls the phases by reflection.
 */
@LocalTCC
@Component
public class PlaceOrdersBranch {

    private static final String ORDER_SET_IDS = "orderSetIds";
    private static final String CART_SET_IDS = "cartSetIds";

    private final PlacedRows rows;
    private final SecondPhases phases;

    PlaceOrdersBranch(PlacedRows rows, SecondPhases phases) {
        this.rows = rows;
        this.phases = phases;
    }

    /**
     * Try: the orders are there, but nobody sees them. What travels to the coordinator and back is numbers only, because its
     * database keeps 2,000 characters.
     *
     * @param cartSetIds those of the sets that were bought from a cart
     */
    @TwoPhaseBusinessAction(
            name = "order-place",
            commitMethod = "confirm",
            rollbackMethod = "cancel",
            useTCCFence = true)
    public void place(
            @BusinessActionContextParameter(paramName = ORDER_SET_IDS) List<Long> orderSetIds,
            @BusinessActionContextParameter(paramName = CART_SET_IDS) List<Long> cartSetIds,
            List<OrderPlan> plans) {
        rows.insert(plans);
    }

    /** Confirm: they can be seen, paid and cancelled. */
    public boolean confirm(BusinessActionContext context) {
        phases.run(
                context,
                List.of(),
                () -> rows.confirm(numbers(context, ORDER_SET_IDS), numbers(context, CART_SET_IDS)));
        return true;
    }

    /** Cancel: they have never been there. */
    public boolean cancel(BusinessActionContext context) {
        phases.run(context, List.of(), () -> rows.cancel(numbers(context, ORDER_SET_IDS)));
        return true;
    }

    /** The numbers went through JSON. */
    private static List<Long> numbers(BusinessActionContext context, String name) {
        return ((Collection<?>) context.getActionContext(name))
                .stream().map(number -> ((Number) number).longValue()).toList();
    }
}
