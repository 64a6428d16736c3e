package org.gomall.platform.seata;

import org.apache.seata.core.context.RootContext;
import org.apache.seata.tm.api.BaseTransaction;
import org.apache.seata.tm.api.FailureHandler;
import org.apache.seata.tm.api.GlobalTransaction;
import org.gomall.platform.process.Throttle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers, for {@link GlobalTransactions}, at which step the coordinator failed: the exceptions alone do not tell a
 * begin from a commit. The coordinator itself ends what is left over, by its timeout.
 */
final class GlobalTransactionFailures implements FailureHandler<BaseTransaction> {

    private static final Logger log = LoggerFactory.getLogger(GlobalTransactionFailures.class);
    private static final Throttle LINES = new Throttle();

    /** The step of this thread's global transaction that failed. */
    enum Step {
        BEGIN,
        COMMIT,
        ROLLBACK
    }

    private static final ThreadLocal<Step> FAILED = new ThreadLocal<>();

    static void forget() {
        FAILED.remove();
    }

    static Step failed() {
        return FAILED.get();
    }

    @Override
    public void onBeginFailure(BaseTransaction transaction, Throwable cause) {
        failed(Step.BEGIN, transaction, cause);
    }

    @Override
    public void onCommitFailure(BaseTransaction transaction, Throwable cause) {
        failed(Step.COMMIT, transaction, cause);
    }

    @Override
    public void onRollbackFailure(BaseTransaction transaction, Throwable originalException) {
        failed(Step.ROLLBACK, transaction, originalException);
    }

    @Override
    public void onRollbacking(BaseTransaction transaction, Throwable originalException) {
        // Being rolled back by the coordinator: no failure of ours.
    }

    private static void failed(Step step, BaseTransaction transaction, Throwable cause) {
        FAILED.set(step);
        if (LINES.allows(step.name())) {
            log.warn("global transaction {}: {} failed: {}", xid(transaction), step, String.valueOf(cause));
        }
    }

    private static String xid(BaseTransaction transaction) {
        return transaction instanceof GlobalTransaction global && global.getXid() != null
                ? global.getXid()
                : String.valueOf(RootContext.getXID());
    }
}
