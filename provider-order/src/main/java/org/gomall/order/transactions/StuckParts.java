package org.gomall.order.transactions;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.gomall.api.ops.StuckTransaction;
import org.gomall.order.reconciliation.AuditAccount;
import org.springframework.stereotype.Component;

/**
 * Reads what has been half-way for more than a minute, over both schemas that take part in global transactions: fence rows
 * that wait for their second phase (at once when it has failed three times), orders and reservations between two states. The rows tell more than the coordinator: they
 * are there when it is away, and know the order and the last error.
 */
@Component
class StuckParts {

    private static final int WITHIN_SECONDS = 2;

    /** A minute is five times as long as a global transaction may take. */
    private static final String QUERY = """
            SELECT b.order_id, f.xid, 'provider-stock' AS application, f.action_name AS part, 'TRIED' AS state, b.error,
                   COALESCE(b.attempts, 0) AS attempts, f.gmt_create AS since, b.order_id IS NOT NULL AS repairable
            FROM gomall_stock.tcc_fence_log f
            LEFT JOIN gomall_stock.failed_branch b ON b.xid = f.xid AND b.branch_id = f.branch_id
            WHERE f.status = 1 AND (b.attempts >= 3 OR f.gmt_create < UTC_TIMESTAMP(6) - INTERVAL 60 SECOND)
            UNION ALL
            SELECT b.order_id, f.xid, 'provider-order', f.action_name, 'TRIED', b.error, COALESCE(b.attempts, 0),
                   f.gmt_create, FALSE
            FROM gomall_order.tcc_fence_log f
            LEFT JOIN gomall_order.failed_branch b ON b.xid = f.xid AND b.branch_id = f.branch_id
            WHERE f.status = 1 AND (b.attempts >= 3 OR f.gmt_create < UTC_TIMESTAMP(6) - INTERVAL 60 SECOND)
            UNION ALL
            SELECT r.order_id, NULL, 'provider-stock', 'reservation', r.status, NULL, 0, MIN(r.updated_at), TRUE
            FROM gomall_stock.reservation r
            WHERE r.status IN ('TRYING', 'RELEASING') AND r.updated_at < UTC_TIMESTAMP(6) - INTERVAL 60 SECOND
            GROUP BY r.order_id, r.status
            UNION ALL
            SELECT o.order_id, NULL, 'provider-order', 'order', o.status, NULL, 0, o.created_at, FALSE
            FROM gomall_order.orders o
            WHERE o.status = 'PLACING' AND o.created_at < UTC_TIMESTAMP(6) - INTERVAL 60 SECOND
            UNION ALL
            SELECT o.order_id, NULL, 'provider-order', 'order', o.status, NULL, 0, MIN(r.updated_at), FALSE
            FROM gomall_order.orders o
            JOIN gomall_stock.reservation r ON r.order_id = o.order_id
            WHERE o.status = 'CANCELLING' AND r.updated_at < UTC_TIMESTAMP(6) - INTERVAL 60 SECOND
              AND o.created_at < UTC_TIMESTAMP(6) - INTERVAL 60 SECOND AND r.status <> 'RESERVED'
            GROUP BY o.order_id, o.status
            ORDER BY since, order_id
            LIMIT 200
            """;

    private final AuditAccount account;

    StuckParts(AuditAccount account) {
        this.account = account;
    }

    List<StuckTransaction> list() throws SQLException {
        try (Connection connection = account.connection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(WITHIN_SECONDS);
            List<StuckTransaction> stuck = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(QUERY)) {
                while (rows.next()) {
                    stuck.add(part(rows));
                }
            }
            return stuck;
        }
    }

    private static StuckTransaction part(ResultSet row) throws SQLException {
        long orderId = row.getLong("order_id");
        return new StuckTransaction(
                row.wasNull() ? null : orderId,
                row.getString("xid"),
                row.getString("application"),
                row.getString("part"),
                row.getString("state"),
                row.getString("error"),
                row.getInt("attempts"),
                row.getObject("since", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getBoolean("repairable"));
    }
}
