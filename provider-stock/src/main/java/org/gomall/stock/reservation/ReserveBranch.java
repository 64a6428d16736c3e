package org.gomall.stock.reservation;

import java.util.List;
import org.apache.seata.rm.tcc.api.BusinessActionContext;
import org.apache.seata.rm.tcc.api.BusinessActionContextParameter;
import org.apache.seata.rm.tcc.api.LocalTCC;
import org.apache.seata.rm.tcc.api.TwoPhaseBusinessAction;
import org.gomall.api.stock.ReserveLine;
import org.gomall.platform.seata.FirstPhases;
import org.gomall.platform.seata.SecondPhases;
import org.springframework.stereotype.Component;

/**
 * TCC branch that takes stock for a purchase. Every phase runs in one local transaction together with its row in
 * {@code tcc_fence_log}: the fence makes Confirm and Cancel happen once, lets a Cancel without a Try pass and keeps a
 * Try out which comes after its Cancel. The Try writes its fence row itself, because several may share a transaction
 * ({@link Shelves}). Public only because Seata calls Confirm and Cancel by reflection.
 */
@Component
@LocalTCC
public class ReserveBranch {

    /** Name of the branch at the transaction coordinator. */
    public static final String NAME = "stock-reserve";

    private static final String ORDER_IDS = "orderIds";

    private final Shelves shelves;
    private final Reservations reservations;
    private final SecondPhases phases;

    ReserveBranch(Shelves shelves, Reservations reservations, SecondPhases phases) {
        this.shelves = shelves;
        this.reservations = reservations;
        this.phases = phases;
    }

    /** Try: takes the pieces. The order ids travel to the coordinator and come back with Confirm or Cancel. */
    @TwoPhaseBusinessAction(name = NAME, commitMethod = "confirm", rollbackMethod = "cancel", useTCCFence = true)
    public void reserve(
            List<ReserveLine> lines, @BusinessActionContextParameter(paramName = ORDER_IDS) List<Long> orderIds) {
        shelves.take(FirstPhases.current(), lines);
    }

    /** Confirm: the orders hold their pieces from now on. */
    public boolean confirm(BusinessActionContext context) {
        List<Long> orderIds = BranchContext.numbers(context, ORDER_IDS);
        phases.run(context, orderIds, () -> reservations.confirm(orderIds));
        return true;
    }

    /** Cancel: the pieces go back. */
    public boolean cancel(BusinessActionContext context) {
        List<Long> orderIds = BranchContext.numbers(context, ORDER_IDS);
        phases.run(context, orderIds, () -> reservations.undo(orderIds));
        return true;
    }
}
