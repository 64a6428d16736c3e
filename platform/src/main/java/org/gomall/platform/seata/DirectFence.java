package org.gomall.platform.seata;

import static org.apache.seata.integration.tx.api.fence.constant.CommonFenceConstant.STATUS_COMMITTED;
import static org.apache.seata.integration.tx.api.fence.constant.CommonFenceConstant.STATUS_ROLLBACKED;
import static org.apache.seata.integration.tx.api.fence.constant.CommonFenceConstant.STATUS_TRIED;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.apache.seata.common.exception.SkipCallbackWrapperException;
import org.apache.seata.common.executor.Callback;
import org.apache.seata.integration.tx.api.fence.DefaultCommonFenceHandler;
import org.apache.seata.rm.fence.SpringFenceHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seata's fence, with one statement less in every second phase. Seata reads the fence row for update and then changes it; here the
 * change comes first, on the condition that the row is in TRIED, which is what it nearly always is. When it is not (a repetition,
 * a Cancel without a Try, a phase that must not happen any more) nothing has changed, and Seata decides.
 */
final class DirectFence extends SpringFenceHandler {

    private static final String MOVE = """
            UPDATE tcc_fence_log SET status = ?, gmt_modified = UTC_TIMESTAMP(6)
            WHERE xid = ? AND branch_id = ? AND status = ?
            """;

    private final FirstPhases firstPhases;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    DirectFence(FirstPhases firstPhases, JdbcClient jdbc, TransactionTemplate transaction) {
        this.firstPhases = firstPhases;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** From now on Seata asks this one. Its own has made itself known when it was loaded. */
    void install() {
        DefaultCommonFenceHandler.get().setFenceHandler(this);
    }

    @Override
    public Object prepareFence(String xid, Long branchId, String action, Callback<Object> first) {
        return firstPhases.isFencingItself(action)
                ? FirstPhases.run(new OpenBranch(xid, branchId, action), first)
                : super.prepareFence(xid, branchId, action, first);
    }

    @Override
    public boolean commitFence(Method confirm, Object bean, String xid, Long branchId, Object[] arguments) {
        Boolean done = transaction.execute(
                status -> moved(STATUS_COMMITTED, xid, branchId) ? call(confirm, bean, arguments, status) : null);
        return done == null ? super.commitFence(confirm, bean, xid, branchId, arguments) : done;
    }

    @Override
    public boolean rollbackFence(
            Method cancel, Object bean, String xid, Long branchId, Object[] arguments, String action) {
        Boolean done = transaction.execute(
                status -> moved(STATUS_ROLLBACKED, xid, branchId) ? call(cancel, bean, arguments, status) : null);
        return done == null ? super.rollbackFence(cancel, bean, xid, branchId, arguments, action) : done;
    }

    private boolean moved(int to, String xid, long branchId) {
        return jdbc.sql(MOVE).params(to, xid, branchId, STATUS_TRIED).update() == 1;
    }

    /** A phase that says no has not happened, and comes again. */
    private static Boolean call(Method phase, Object bean, Object[] arguments, TransactionStatus status) {
        try {
            boolean done = Boolean.TRUE.equals(phase.invoke(bean, arguments));
            if (!done) {
                status.setRollbackOnly();
            }
            return done;
        } catch (InvocationTargetException e) {
            throw new SkipCallbackWrapperException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
