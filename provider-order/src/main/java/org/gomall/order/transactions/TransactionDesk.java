package org.gomall.order.transactions;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.ops.StuckTransaction;
import org.gomall.api.ops.TransactionService;
import org.gomall.api.stock.ReservationRepairService;
import org.gomall.api.stock.ReserveLine;
import org.gomall.api.stock.RestoreReservationCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The Dubbo face of what operations see of global transactions. */
@DubboService(timeout = 3000)
class TransactionDesk implements TransactionService {

    private static final Logger log = LoggerFactory.getLogger(TransactionDesk.class);

    private final StuckParts parts;
    private final JdbcClient jdbc;
    private final ReservationRepairService reservations;

    TransactionDesk(StuckParts parts, JdbcClient jdbc, ReservationRepairService reservations) {
        this.parts = parts;
        this.jdbc = jdbc;
        this.reservations = reservations;
    }

    @Override
    public List<StuckTransaction> stuck() {
        try {
            return parts.list();
        } catch (SQLException e) {
            log.warn("stuck transactions cannot be read: {}", e.toString());
            throw new BusinessException(
                    ErrorCode.UNAVAILABLE, ErrorCode.UNAVAILABLE.defaultMessage(), Map.of("retryAfterSeconds", 3));
        }
    }

    @Override
    public boolean repair(long orderId) {
        List<ReserveLine> lines = jdbc.sql("SELECT order_id, sku_id, quantity FROM order_item WHERE order_id = ?")
                .param(orderId)
                .query((row, n) -> new ReserveLine(row.getLong(1), row.getLong(2), row.getInt(3)))
                .list();
        return reservations.restore(new RestoreReservationCommand(orderId, lines));
    }
}
