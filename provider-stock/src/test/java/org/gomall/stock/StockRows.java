package org.gomall.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.gomall.api.stock.StockLevel;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes SKUs for tests and reads what became of them straight from the tables. */
@TestComponent
public class StockRows {

    private static final AtomicLong NUMBERS = new AtomicLong(7_000_000);

    private final JdbcClient jdbc;

    StockRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A number nobody else uses, for a SKU or an order. */
    public long number() {
        return NUMBERS.incrementAndGet();
    }

    /** A new SKU with so many pieces. */
    public long sku(int pieces) {
        long skuId = number();
        jdbc.sql("INSERT INTO stock (sku_id, total, available) VALUES (?, ?, ?)")
                .params(skuId, pieces, pieces)
                .update();
        if (pieces > 0) {
            jdbc.sql("INSERT INTO stock_ledger (entry_id, sku_id, delta, reason, created_at)"
                            + " VALUES (?, ?, ?, 'initial stock', UTC_TIMESTAMP(6))")
                    .params(skuId, skuId, pieces)
                    .update();
        }
        return skuId;
    }

    /** The figures of a SKU. */
    public StockLevel level(long skuId) {
        return jdbc.sql("SELECT sku_id, total, available, reserved, sold FROM stock WHERE sku_id = ?")
                .param(skuId)
                .query((row, n) ->
                        new StockLevel(row.getLong(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)))
                .single();
    }

    /** Status and quantity of the lines of an order, for example {@code "RESERVED 2"}. */
    public List<String> reservation(long orderId) {
        return jdbc.sql("SELECT status, quantity FROM reservation WHERE order_id = ? ORDER BY sku_id")
                .param(orderId)
                .query((row, n) -> row.getString(1) + " " + row.getInt(2))
                .list();
    }

    /** Status of the fence row of a branch: 1 tried, 2 committed, 3 rolled back, 4 suspended. */
    public List<Integer> fence(String xid) {
        return jdbc.sql("SELECT status FROM tcc_fence_log WHERE xid = ?")
                .param(xid)
                .query(Integer.class)
                .list();
    }

    /** The number of the only branch of a global transaction. */
    public long branch(String xid) {
        return jdbc.sql("SELECT branch_id FROM tcc_fence_log WHERE xid = ?")
                .param(xid)
                .query(Long.class)
                .single();
    }

    /** Whether no first phase is open any more in these orders. */
    public boolean calm(Collection<Long> orderIds) {
        return jdbc.sql(
                                "SELECT COUNT(*) FROM reservation WHERE status IN ('TRYING', 'RELEASING') AND order_id IN (:ids)")
                        .param("ids", orderIds)
                        .query(Long.class)
                        .single()
                == 0;
    }

    /** Invariant I1: the figures add up and equal the reservation rows and the ledger. */
    public void assertExact(long skuId) {
        StockLevel level = level(skuId);
        assertThat(level.available() + level.reserved() + level.sold()).isEqualTo(level.total());
        assertThat(level.reserved()).isEqualTo(sum(skuId, "'TRYING', 'RESERVED', 'RELEASING'"));
        assertThat(level.sold()).isEqualTo(sum(skuId, "'SOLD'"));
        assertThat(level.total())
                .isEqualTo(number("SELECT COALESCE(SUM(delta), 0) FROM stock_ledger WHERE sku_id = ?", skuId));
    }

    /** Runs a statement that changes rows. */
    public void update(String sql, Map<String, ?> parameters) {
        jdbc.sql(sql).params(parameters).update();
    }

    private int sum(long skuId, String statuses) {
        return number(
                "SELECT COALESCE(SUM(quantity), 0) FROM reservation WHERE sku_id = ? AND status IN (" + statuses + ")",
                skuId);
    }

    private int number(String sql, long skuId) {
        return jdbc.sql(sql).param(skuId).query(Integer.class).single();
    }
}
