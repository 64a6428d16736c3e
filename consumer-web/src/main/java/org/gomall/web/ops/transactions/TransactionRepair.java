package org.gomall.web.ops.transactions;

import java.time.Clock;
import java.util.Map;
import org.gomall.api.common.ActingUser;
import org.gomall.api.ops.TransactionService;
import org.gomall.api.user.AuditLogService;
import org.gomall.api.user.PrivilegedAct;
import org.springframework.stereotype.Component;

/** The repair of a stuck transaction, on record; for the API and the page alike. */
@Component
class TransactionRepair {

    private final TransactionService transactions;
    private final AuditLogService audit;
    private final Clock clock;

    TransactionRepair(TransactionService transactions, AuditLogService audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether something was put right. */
    boolean repair(ActingUser actor, long orderId) {
        audit.record(PrivilegedAct.of(
                actor, PrivilegedAct.OPS + "transaction.repair", "order:" + orderId, Map.of(), clock.instant()));
        return transactions.repair(orderId);
    }
}
