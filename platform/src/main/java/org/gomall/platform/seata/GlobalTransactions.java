package org.gomall.platform.seata;

import java.util.Map;
import java.util.concurrent.Callable;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.platform.dubbo.ServiceFaults;
import org.gomall.platform.seata.GlobalTransactionFailures.Step;

/**
 * Calls a {@code @GlobalTransactional} method so that the caller sees plain outcomes only: what the method returned, the
 * {@code BusinessException} it threw, 50300 when the transaction coordinator could not begin one (nothing happened), or
 * 50400 when the end of the transaction is not known (safe to repeat with the same idempotency key).
 *
 * <pre>{@code
 * return GlobalTransactions.call(() -> placing.place(command)); // PlacingTransaction.place is @GlobalTransactional
 * }</pre>
 *
 * <p>The annotated method must be in another bean than the caller, or the annotation has no effect.
 */
public final class GlobalTransactions {

    private GlobalTransactions() {}

    /**
     * Runs {@code transaction} and translates Seata's exceptions.
     *
     * @throws BusinessException what the transaction refused, or one of the outcomes above
     */
    public static <T> T call(Callable<T> transaction) {
        GlobalTransactionFailures.forget();
        TransactionMeters.Running running = TransactionMeters.begun();
        try {
            T result = transaction.call();
            running.committed();
            return result;
        } catch (Exception thrown) {
            running.failed(GlobalTransactionFailures.failed());
            throw translated(thrown, GlobalTransactionFailures.failed());
        } finally {
            GlobalTransactionFailures.forget();
        }
    }

    private static BusinessException translated(Exception thrown, Step failed) {
        if (failed == Step.COMMIT) {
            return new BusinessException(ErrorCode.TIMEOUT);
        }
        if (failed == Step.BEGIN) {
            return new BusinessException(
                    ErrorCode.UNAVAILABLE, ErrorCode.UNAVAILABLE.defaultMessage(), Map.of("retryAfterSeconds", 3));
        }
        return ServiceFaults.asBusinessException("global transaction", thrown);
    }
}
