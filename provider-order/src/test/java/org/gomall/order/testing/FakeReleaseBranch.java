package org.gomall.order.testing;

import org.apache.seata.rm.tcc.api.BusinessActionContext;
import org.apache.seata.rm.tcc.api.BusinessActionContextParameter;
import org.apache.seata.rm.tcc.api.LocalTCC;
import org.apache.seata.rm.tcc.api.TwoPhaseBusinessAction;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;

/** Gives stock back in a real TCC branch. */
@LocalTCC
public class FakeReleaseBranch {

    private final FakeStockTables tables;

    FakeReleaseBranch(FakeStockTables tables) {
        this.tables = tables;
    }

    @TwoPhaseBusinessAction(
            name = "fake-release",
            commitMethod = "confirm",
            rollbackMethod = "cancel",
            useTCCFence = true)
    public void release(@BusinessActionContextParameter(paramName = "orderId") long orderId) {
        if (tables.move(orderId, "RESERVED", "RELEASING") == 0) {
            throw new BusinessException(ErrorCode.ILLEGAL_STATE, "not reserved but " + tables.status(orderId));
        }
    }

    public boolean confirm(BusinessActionContext context) {
        tables.giveBack(orderId(context), "RELEASING");
        return true;
    }

    public boolean cancel(BusinessActionContext context) {
        tables.move(orderId(context), "RELEASING", "RESERVED");
        return true;
    }

    private static long orderId(BusinessActionContext context) {
        return ((Number) context.getActionContext("orderId")).longValue();
    }
}
