package org.gomall.stock.reservation;

import java.util.List;
import org.apache.seata.rm.tcc.api.BusinessActionContext;
import org.apache.seata.rm.tcc.api.BusinessActionContextParameter;
import org.apache.seata.rm.tcc.api.LocalTCC;
import org.apache.seata.rm.tcc.api.TwoPhaseBusinessAction;
import org.gomall.platform.seata.SecondPhases;
import org.springframework.stereotype.Component;

/**
 * TCC branch that gives the stock of a cancelled order back; fenced like {@link ReserveBranch}. Public only because Seata
 * calls Confirm and Cancel by reflection.
 */
@Component
@LocalTCC
public class ReleaseBranch {

    /** Name of the branch at the transaction coordinator. */
    public static final String NAME = "stock-release";

    private static final String ORDER_ID = "orderId";

    private final Reservations reservations;
    private final SecondPhases phases;

    ReleaseBranch(Reservations reservations, SecondPhases phases) {
        this.reservations = reservations;
        this.phases = phases;
    }

    /** Try: marks the pieces; from now on they cannot be sold. */
    @TwoPhaseBusinessAction(name = NAME, commitMethod = "confirm", rollbackMethod = "cancel", useTCCFence = true)
    public void release(@BusinessActionContextParameter(paramName = ORDER_ID) long orderId) {
        reservations.tryRelease(orderId);
    }

    /** Confirm: the pieces go back. */
    public boolean confirm(BusinessActionContext context) {
        long orderId = BranchContext.number(context, ORDER_ID);
        phases.run(context, List.of(orderId), () -> reservations.release(orderId));
        return true;
    }

    /** Cancel: the order keeps its pieces. */
    public boolean cancel(BusinessActionContext context) {
        long orderId = BranchContext.number(context, ORDER_ID);
        phases.run(context, List.of(orderId), () -> reservations.keep(orderId));
        return true;
    }
}
