package org.gomall.stock.reservation;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.apache.seata.tm.api.GlobalTransaction;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.stock.ReserveCommand;
import org.gomall.api.stock.ReserveLine;
import org.gomall.api.stock.StockLevel;
import org.gomall.stock.StockCaller;
import org.gomall.stock.StockRows;
import org.gomall.stock.StockTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Reserving stock in global transactions of the real TC, over real Dubbo. */
@StockTest
class ReservingTest {

    @Autowired
    StockRows rows;

    @Autowired
    StockCaller caller;

    @Test
    void a_commit_leaves_the_pieces_reserved() throws Exception {
        long sku = rows.sku(5);
        long order = rows.number();

        GlobalTransaction transaction = caller.begin(12_000);
        caller.service().reserve(StockCaller.command(order, sku, 2));
        assertThat(rows.reservation(order)).containsExactly("TRYING 2");
        assertThat(rows.level(sku)).isEqualTo(new StockLevel(sku, 5, 3, 2, 0));
        transaction.commit();

        assertThat(rows.reservation(order)).containsExactly("RESERVED 2");
        assertThat(rows.level(sku)).isEqualTo(new StockLevel(sku, 5, 3, 2, 0));
        assertThat(rows.fence(transaction.getXid())).containsExactly(2);
        rows.assertExact(sku);
    }

    @Test
    void a_rollback_gives_the_pieces_back() throws Exception {
        long sku = rows.sku(5);
        long order = rows.number();

        GlobalTransaction transaction = caller.begin(12_000);
        caller.service().reserve(StockCaller.command(order, sku, 2));
        transaction.rollback();

        assertThat(rows.reservation(order)).containsExactly("RELEASED 2");
        assertThat(rows.level(sku)).isEqualTo(new StockLevel(sku, 5, 5, 0, 0));
        assertThat(rows.fence(transaction.getXid())).containsExactly(3);
        rows.assertExact(sku);
    }

    @Test
    void several_orders_and_skus_are_one_reservation() throws Exception {
        long first = rows.sku(5);
        long second = rows.sku(5);
        long orderA = rows.number();
        long orderB = rows.number();

        caller.inTransaction(() -> caller.service()
                .reserve(new ReserveCommand(List.of(
                        new ReserveLine(orderA, second, 1),
                        new ReserveLine(orderA, first, 2),
                        new ReserveLine(orderB, first, 3)))));

        assertThat(rows.reservation(orderA)).containsExactly("RESERVED 2", "RESERVED 1");
        assertThat(rows.reservation(orderB)).containsExactly("RESERVED 3");
        assertThat(rows.level(first)).isEqualTo(new StockLevel(first, 5, 0, 5, 0));
        assertThat(rows.level(second)).isEqualTo(new StockLevel(second, 5, 4, 1, 0));
    }

    @Test
    void too_few_pieces_refuse_the_whole_purchase_and_tell_what_is_left() throws Exception {
        long plenty = rows.sku(100);
        long scarce = rows.sku(3);
        long order = rows.number();

        assertThatThrownBy(() -> caller.inTransaction(
                        () -> caller.service().reserve(StockCaller.command(order, plenty, 1, scarce, 4))))
                .isInstanceOfSatisfying(BusinessException.class, refusal -> {
                    assertThat(refusal.error()).isEqualTo(ErrorCode.OUT_OF_STOCK);
                    assertThat(refusal.details())
                            .containsEntry("skuId", Long.toString(scarce))
                            .containsEntry("available", 3);
                });

        assertThat(rows.reservation(order)).isEmpty();
        assertThat(rows.level(plenty).available()).isEqualTo(100);
        assertThat(rows.level(scarce).available()).isEqualTo(3);
    }

    @Test
    void a_sku_that_just_ran_out_is_refused_without_a_branch_until_pieces_are_back() throws Exception {
        long sku = rows.sku(1);
        long order = rows.number();
        caller.reserve(order, sku, 1);
        assertThatThrownBy(() -> caller.reserve(rows.number(), sku, 1)).satisfies(refused(ErrorCode.OUT_OF_STOCK));

        GlobalTransaction hopeless = caller.begin(12_000);
        assertThatThrownBy(() -> caller.service().reserve(StockCaller.command(rows.number(), sku, 1)))
                .satisfies(refused(ErrorCode.OUT_OF_STOCK));
        hopeless.rollback();
        assertThat(rows.fence(hopeless.getXid())).isEmpty();

        caller.release(order);
        caller.reserve(rows.number(), sku, 1);
        rows.assertExact(sku);
    }

    @Test
    void an_unknown_sku_is_not_found_and_changes_nothing() {
        long known = rows.sku(5);
        long order = rows.number();

        assertThatThrownBy(() -> caller.inTransaction(
                        () -> caller.service().reserve(StockCaller.command(order, known, 1, rows.number(), 1))))
                .satisfies(refused(ErrorCode.NOT_FOUND));

        assertThat(rows.reservation(order)).isEmpty();
        assertThat(rows.level(known).available()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Integer.MIN_VALUE, 100_001, Integer.MAX_VALUE})
    void absurd_quantities_are_refused_and_change_nothing(long quantity) {
        long sku = rows.sku(5);
        long order = rows.number();

        assertThatThrownBy(() -> caller.reserve(order, sku, (int) quantity)).satisfies(refused(ErrorCode.VALIDATION));

        assertThat(rows.reservation(order)).isEmpty();
        assertThat(rows.level(sku).available()).isEqualTo(5);
    }

    @Test
    void nothing_moves_outside_of_a_global_transaction() {
        long sku = rows.sku(5);
        long order = rows.number();

        assertThatThrownBy(() -> caller.service().reserve(StockCaller.command(order, sku, 1)))
                .satisfies(refused(ErrorCode.ILLEGAL_STATE));
        assertThatThrownBy(() -> caller.service().release(order)).satisfies(refused(ErrorCode.ILLEGAL_STATE));

        assertThat(rows.level(sku).available()).isEqualTo(5);
    }

    @Test
    void an_order_reserves_once() throws Exception {
        long sku = rows.sku(5);
        long order = rows.number();
        caller.reserve(order, sku, 1);

        assertThatThrownBy(() -> caller.reserve(order, sku, 1)).satisfies(refused(ErrorCode.ILLEGAL_STATE));

        assertThat(rows.level(sku).reserved()).isEqualTo(1);
        rows.assertExact(sku);
    }

    @Test
    void the_coordinator_gives_back_what_an_abandoned_transaction_took() throws Exception {
        long sku = rows.sku(5);
        long order = rows.number();

        GlobalTransaction abandoned = caller.begin(1_500);
        caller.service().reserve(StockCaller.command(order, sku, 2));
        abandoned.suspend(true);

        await().atMost(20, SECONDS).untilAsserted(() -> {
            assertThat(rows.reservation(order)).containsExactly("RELEASED 2");
            assertThat(rows.level(sku).available()).isEqualTo(5);
        });
        rows.assertExact(sku);
    }

    @Test
    void the_schema_refuses_figures_that_do_not_add_up() {
        long sku = rows.sku(5);
        for (String broken : List.of(
                "available = available - 1",
                "reserved = 1",
                "available = -1, reserved = 6",
                "available = 6, reserved = -1",
                "sold = -1, available = 6",
                "total = 6")) {
            assertThatThrownBy(() ->
                            rows.update("UPDATE stock SET " + broken + " WHERE sku_id = :sku", Map.of("sku", sku)))
                    .as(broken)
                    .hasMessageContaining("ck_stock_");
        }
        rows.assertExact(sku);
    }

    static java.util.function.Consumer<Throwable> refused(ErrorCode code) {
        return thrown -> assertThat(thrown)
                .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.error())
                        .isEqualTo(code));
    }
}
