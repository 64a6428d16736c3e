package org.gomall.platform.dubbo;

import com.alibaba.csp.sentinel.slots.block.BlockException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.platform.process.Throttle;
import org.gomall.platform.sentinel.Blocked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.TransactionTimedOutException;

/** What the caller of one of our services is told when the service threw something else than a refusal. */
public final class ServiceFaults {

    private static final Logger log = LoggerFactory.getLogger(ServiceFaults.class);
    private static final Throttle LINES = new Throttle();

    /** The server has given up a statement that took too long: MariaDB's number and MySQL's. */
    private static final Set<Integer> GIVEN_UP = Set.of(1969, 3024);

    private ServiceFaults() {}

    /**
     * A refusal wrapped by some proxy is unwrapped. A database that is away or too slow is 50300, a commit without an
     * answer 50400. Everything else is our bug: logged with its stack trace, answered with 50000 and no internals.
     *
     * @param work what was being done, for the log
     */
    public static BusinessException asBusinessException(String work, Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof BusinessException refusal) {
                return refusal;
            }
            if (cause instanceof BlockException blocked) {
                return Blocked.asBusinessException(blocked);
            }
        }
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (isDependencyAway(cause)) {
                return known(work, thrown, ErrorCode.UNAVAILABLE, Map.of("retryAfterSeconds", 3));
            }
            if (cause instanceof TransactionSystemException) {
                return known(work, thrown, ErrorCode.TIMEOUT, Map.of());
            }
        }
        log.error("{} failed unexpectedly", work, thrown);
        return new BusinessException(ErrorCode.INTERNAL);
    }

    private static boolean isDependencyAway(Throwable cause) {
        return cause instanceof TransientDataAccessException
                || cause instanceof DataAccessResourceFailureException
                || cause instanceof RecoverableDataAccessException
                || cause instanceof CannotCreateTransactionException
                || cause instanceof TransactionTimedOutException
                || cause instanceof SQLException refused && GIVEN_UP.contains(refused.getErrorCode())
                || cause.getClass().getName().startsWith("org.apache.seata.");
    }

    private static BusinessException known(String work, Throwable thrown, ErrorCode code, Map<String, ?> details) {
        if (LINES.allows(work + code)) {
            log.warn("{} failed, answered with {}: {}", work, code.number(), CallFaults.firstLine(thrown));
        }
        return new BusinessException(code, code.defaultMessage(), details);
    }
}
