package org.gomall.order.testing;

import java.util.Collection;
import java.util.List;
import org.apache.seata.rm.tcc.api.BusinessActionContext;
import org.apache.seata.rm.tcc.api.BusinessActionContextParameter;
import org.apache.seata.rm.tcc.api.LocalTCC;
import org.apache.seata.rm.tcc.api.TwoPhaseBusinessAction;
import org.gomall.api.stock.ReserveLine;

/** Takes stock in a real TCC branch. */
@LocalTCC
public class FakeReserveBranch {

    private final FakeStockTables tables;

    FakeReserveBranch(FakeStockTables tables) {
        this.tables = tables;
    }

    @TwoPhaseBusinessAction(
            name = "fake-reserve",
            commitMethod = "confirm",
            rollbackMethod = "cancel",
            useTCCFence = true)
    public void reserve(
            List<ReserveLine> lines, @BusinessActionContextParameter(paramName = "orderIds") List<Long> orderIds) {
        tables.tryReserve(lines);
    }

    public boolean confirm(BusinessActionContext context) {
        orderIds(context).forEach(id -> tables.move(id, "TRYING", "RESERVED"));
        return true;
    }

    public boolean cancel(BusinessActionContext context) {
        orderIds(context).forEach(id -> tables.giveBack(id, "TRYING"));
        return true;
    }

    private static List<Long> orderIds(BusinessActionContext context) {
        return ((Collection<?>) context.getActionContext("orderIds"))
                .stream().map(id -> ((Number) id).longValue()).toList();
    }
}
