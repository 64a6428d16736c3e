package org.gomall.platform.seata;

import java.util.Collection;
import org.apache.seata.rm.tcc.api.BusinessActionContext;
import org.gomall.platform.process.Throttle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs the second phases of TCC branches and remembers those that fail (table {@code failed_branch}), so that operations can
 * see which order hangs and why: the coordinator tries again for ever and tells nobody.
 */
public final class SecondPhases {

    private static final Logger log = LoggerFactory.getLogger(SecondPhases.class);
    private static final Throttle LINES = new Throttle();
    private static final int LONGEST_ERROR = 500;
    private static final int DAYS_KEPT = 30;

    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;

    SecondPhases(JdbcClient jdbc, TransactionTemplate ownTransaction) {
        this.jdbc = jdbc;
        this.ownTransaction = ownTransaction;
    }

    /**
     * Runs a Confirm or Cancel. When it fails, the failure goes on to the coordinator as it is.
     *
     * @param orderIds the orders it is about; the first one is remembered
     */
    public void run(BusinessActionContext branch, Collection<Long> orderIds, Runnable phase) {
        try {
            phase.run();
        } catch (RuntimeException failure) {
            remember(branch, orderIds.stream().findFirst().orElse(null), failure);
            throw failure;
        }
    }

    private void remember(BusinessActionContext branch, Long orderId, RuntimeException failure) {
        String error = failure.toString();
        String shown = error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error;
        if (LINES.allows(branch.getXid())) {
            log.error("{} of order {} fails in its second phase: {}", branch.getActionName(), orderId, shown);
        }
        try {
            ownTransaction.executeWithoutResult(status -> {
                jdbc.sql("""
                                INSERT INTO failed_branch (xid, branch_id, action_name, order_id, error, attempts, failed_at)
                                VALUES (?, ?, ?, ?, ?, 1, UTC_TIMESTAMP(6))
                                ON DUPLICATE KEY UPDATE attempts = attempts + 1, error = VALUES(error),
                                    failed_at = VALUES(failed_at)
                                """)
                        .params(branch.getXid(), branch.getBranchId(), branch.getActionName(), orderId, shown)
                        .update();
                jdbc.sql("DELETE FROM failed_branch WHERE failed_at < UTC_TIMESTAMP(6) - INTERVAL ? DAY LIMIT 100")
                        .param(DAYS_KEPT)
                        .update();
            });
        } catch (RuntimeException e) {
            log.warn("a failed second phase cannot be remembered: {}", e.toString());
        }
    }
}
