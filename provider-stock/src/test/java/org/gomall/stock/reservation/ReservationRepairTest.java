package org.gomall.stock.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.apache.seata.core.exception.TransactionException;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.stock.ReservationRepairService;
import org.gomall.api.stock.ReserveLine;
import org.gomall.api.stock.RestoreReservationCommand;
import org.gomall.stock.StockCaller;
import org.gomall.stock.StockRows;
import org.gomall.stock.StockTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows that somebody changed by hand while their order was half-way. */
@StockTest
class ReservationRepairTest {

    @Autowired
    StockRows rows;

    @Autowired
    StockCaller caller;

    @Autowired
    ReservationRepairService repair;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_second_phase_that_fails_is_remembered_with_its_order_and_ends_after_the_repair() throws Exception {
        long sku = rows.sku(10);
        long order = rows.number();
        caller.reserve(order, sku, 2);
        await().until(() -> rows.reservation(order).equals(List.of("RESERVED 2")));
        jdbc.sql("UPDATE reservation SET quantity = 7 WHERE order_id = ?")
                .param(order)
                .update();

        String xid = caller.release(order);

        await().atMost(Duration.ofSeconds(30)).until(() -> attempts(xid) >= 3);
        assertThat(jdbc.sql("SELECT CONCAT(action_name, ' ', order_id, ' ', error) FROM failed_branch WHERE xid = ?")
                        .param(xid)
                        .query(String.class)
                        .single())
                .startsWith("stock-release " + order)
                .contains("fewer pieces");

        assertThat(repair.restore(new RestoreReservationCommand(order, List.of(new ReserveLine(order, sku, 2)))))
                .isTrue();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> rows.reservation(order).equals(List.of("RELEASED 2")));
        assertThat(rows.level(sku).available()).isEqualTo(10);
        rows.assertExact(sku);
        assertThat(repair.restore(new RestoreReservationCommand(order, List.of(new ReserveLine(order, sku, 2)))))
                .isFalse();
    }

    @Test
    void without_an_order_the_pieces_follow_from_what_nobody_else_holds() throws Exception {
        long sku = rows.sku(10);
        long other = rows.number();
        caller.reserve(other, sku, 3);
        long order = rows.number();
        jdbc.sql("INSERT INTO reservation (order_id, sku_id, quantity, status, created_at, updated_at)"
                        + " VALUES (?, ?, 99, 'TRYING', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))")
                .params(order, sku)
                .update();
        jdbc.sql("UPDATE stock SET available = available - 4, reserved = reserved + 4 WHERE sku_id = ?")
                .param(sku)
                .update();

        assertThat(repair.restore(new RestoreReservationCommand(order, List.of())))
                .isTrue();

        assertThat(rows.reservation(order)).containsExactly("TRYING 4");
        rows.assertExact(sku);
    }

    @Test
    void pieces_that_are_not_there_are_not_made_up_and_settled_orders_stay() throws TransactionException {
        long sku = rows.sku(5);
        long order = rows.number();
        caller.reserve(order, sku, 2);
        await().until(() -> rows.reservation(order).equals(List.of("RESERVED 2")));
        RestoreReservationCommand more = new RestoreReservationCommand(order, List.of(new ReserveLine(order, sku, 50)));

        assertThat(repair.restore(more)).isFalse();
        jdbc.sql("UPDATE reservation SET status = 'RELEASING' WHERE order_id = ?")
                .param(order)
                .update();
        assertThatThrownBy(() -> repair.restore(more))
                .isInstanceOfSatisfying(BusinessException.class, refused -> assertThat(refused.error())
                        .isEqualTo(ErrorCode.ILLEGAL_STATE));
        assertThat(rows.reservation(order)).containsExactly("RELEASING 2");
        jdbc.sql("UPDATE reservation SET status = 'RESERVED' WHERE order_id = ?")
                .param(order)
                .update();
        rows.assertExact(sku);
    }

    private long attempts(String xid) {
        return jdbc.sql("SELECT COALESCE(MAX(attempts), 0) FROM failed_branch WHERE xid = ?")
                .param(xid)
                .query(Long.class)
                .single();
    }
}
