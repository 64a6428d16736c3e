package org.gomall.order.testing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.stock.ReserveLine;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stock in tables of its own, so that the tests see what a global transaction really did to it. */
public class FakeStockTables {

    private final JdbcClient jdbc;

    FakeStockTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql("""
                CREATE TABLE IF NOT EXISTS fake_stock (sku_id BIGINT PRIMARY KEY, available INT NOT NULL,
                    reserved INT NOT NULL, sold INT NOT NULL, CHECK (available >= 0), CHECK (reserved >= 0))
                """).update();
        jdbc.sql("""
                CREATE TABLE IF NOT EXISTS fake_reservation (order_id BIGINT, sku_id BIGINT, quantity INT NOT NULL,
                    status VARCHAR(16) NOT NULL, PRIMARY KEY (order_id, sku_id))
                """).update();
    }

    void put(long skuId, int pieces) {
        jdbc.sql("REPLACE INTO fake_stock VALUES (?, ?, 0, 0)")
                .params(skuId, pieces)
                .update();
    }

    Map<String, Object> row(long skuId) {
        return jdbc.sql("SELECT available, reserved, sold FROM fake_stock WHERE sku_id = ?")
                .param(skuId)
                .query()
                .singleRow();
    }

    void tryReserve(List<ReserveLine> lines) {
        // Like the real one: two purchases of the same SKUs must not wait for each other in a circle.
        for (ReserveLine line : lines.stream()
                .sorted(Comparator.comparingLong(ReserveLine::skuId))
                .toList()) {
            int taken = jdbc.sql("UPDATE fake_stock SET available = available - ?, reserved = reserved + ?"
                            + " WHERE sku_id = ? AND available >= ?")
                    .params(line.quantity(), line.quantity(), line.skuId(), line.quantity())
                    .update();
            if (taken == 0) {
                throw new BusinessException(
                        ErrorCode.OUT_OF_STOCK,
                        "Out of stock",
                        Map.of(
                                "skuId",
                                line.skuId(),
                                "available",
                                row(line.skuId()).get("available")));
            }
            jdbc.sql("INSERT INTO fake_reservation VALUES (?, ?, ?, 'TRYING')")
                    .params(line.orderId(), line.skuId(), line.quantity())
                    .update();
        }
    }

    int move(long orderId, String from, String to) {
        return jdbc.sql("UPDATE fake_reservation SET status = ? WHERE order_id = ? AND status = ?")
                .params(to, orderId, from)
                .update();
    }

    void giveBack(long orderId, String from) {
        jdbc.sql("UPDATE fake_stock s JOIN fake_reservation r ON r.sku_id = s.sku_id"
                        + " SET s.available = s.available + r.quantity, s.reserved = s.reserved - r.quantity"
                        + " WHERE r.order_id = ? AND r.status = ?")
                .params(orderId, from)
                .update();
        move(orderId, from, "RELEASED");
    }

    void sell(long orderId) {
        jdbc.sql("SELECT sku_id FROM fake_reservation WHERE order_id = ? FOR UPDATE")
                .param(orderId)
                .query()
                .listOfRows();
        jdbc.sql("UPDATE fake_stock s JOIN fake_reservation r ON r.sku_id = s.sku_id"
                        + " SET s.sold = s.sold + r.quantity, s.reserved = s.reserved - r.quantity"
                        + " WHERE r.order_id = ? AND r.status = 'RESERVED'")
                .param(orderId)
                .update();
        move(orderId, "RESERVED", "SOLD");
    }

    void takeBack(long orderId) {
        if (move(orderId, "SOLD", "RETURNED") > 0) {
            jdbc.sql("UPDATE fake_stock s JOIN fake_reservation r ON r.sku_id = s.sku_id"
                            + " SET s.available = s.available + r.quantity, s.sold = s.sold - r.quantity"
                            + " WHERE r.order_id = ?")
                    .param(orderId)
                    .update();
        }
    }

    String status(long orderId) {
        return jdbc.sql("SELECT status FROM fake_reservation WHERE order_id = ? LIMIT 1")
                .param(orderId)
                .query(String.class)
                .optional()
                .orElse("NONE");
    }
}
