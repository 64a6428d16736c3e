package org.gomall.order.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import org.apache.seata.common.executor.Callback;
import org.apache.seata.integration.tx.api.fence.DefaultCommonFenceHandler;
import org.apache.seata.rm.tcc.api.BusinessActionContext;
import org.gomall.api.order.PlaceOrderCommand;
import org.gomall.order.testing.OrderTest;
import org.gomall.order.testing.Shop;
import org.gomall.platform.test.SentStatements;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The phases of the branch, in every order in which a coordinator may send them. */
@OrderTest
class PlacePhasesTest {

    @Autowired
    PlacedRows rows;

    @Autowired
    PlaceOrdersBranch branch;

    @Autowired
    PlacingTransaction transaction;

    @Autowired
    OrderPlanner planner;

    @Autowired
    PlaceMapper sets;

    @Autowired
    Shop shop;

    @Test
    void confirming_twice_confirms_once() {
        OrderPlan plan = plan();
        rows.insert(List.of(plan));
        confirm(plan);
        confirm(plan);

        assertThat(shop.status(orderId(plan))).isEqualTo("CREATED");
        assertThat(shop.count("SELECT COUNT(*) FROM order_history WHERE order_id = " + orderId(plan)))
                .isEqualTo(1);
    }

    @Test
    void cancelling_twice_removes_everything() {
        OrderPlan plan = plan();
        rows.insert(List.of(plan));
        rows.cancel(List.of(plan.orderSetId()));
        rows.cancel(List.of(plan.orderSetId()));

        assertThat(shop.rowsOf(plan.userId())).isZero();
    }

    @Test
    void what_was_confirmed_cannot_be_cancelled_any_more() {
        OrderPlan plan = plan();
        rows.insert(List.of(plan));
        confirm(plan);
        rows.cancel(List.of(plan.orderSetId()));

        assertThat(shop.status(orderId(plan))).isEqualTo("CREATED");
        assertThat(shop.rowsOf(plan.userId())).isEqualTo(3);
    }

    @Test
    void confirming_what_was_cancelled_does_nothing() {
        OrderPlan plan = plan();
        rows.insert(List.of(plan));
        rows.cancel(List.of(plan.orderSetId()));
        confirm(plan);

        assertThat(shop.rowsOf(plan.userId())).isZero();
    }

    @Test
    void a_try_after_its_cancel_is_kept_out_by_the_fence() throws Exception {
        OrderPlan plan = plan();
        String xid = "127.0.0.1:8091:" + shop.number();
        long branchId = shop.number();
        Method cancel = PlaceOrdersBranch.class.getMethod("cancel", BusinessActionContext.class);
        BusinessActionContext context = new BusinessActionContext(xid, Long.toString(branchId), new HashMap<>());
        context.getActionContext().put("orderSetIds", List.of(plan.orderSetId()));

        boolean cancelled = DefaultCommonFenceHandler.get()
                .rollbackFence(cancel, branch, xid, branchId, new Object[] {context}, "order-place");
        Callback<Object> late = () -> {
            rows.insert(List.of(plan));
            return null;
        };
        Throwable refused =
                catchThrowable(() -> DefaultCommonFenceHandler.get().prepareFence(xid, branchId, "order-place", late));

        assertThat(cancelled).isTrue();
        assertThat(refused).isNotNull();
        assertThat(shop.rowsOf(plan.userId())).isZero();
    }

    /** The control run in small: the same failure at the same moment, and only the global transaction is missing. */
    @Test
    void without_a_global_transaction_a_failure_after_the_reservation_leaks_stock() {
        OrderPlan plan = plan();
        shop.set("gomall.order.fail-after-reserve", "100");
        try {
            assertThat(catchThrowable(() -> transaction.runWithout(List.of(plan))))
                    .isInstanceOf(IllegalStateException.class);
        } finally {
            shop.set("gomall.order.fail-after-reserve", "0");
        }

        assertThat(shop.stockOf(plan.items().get(0).skuId())).isEqualTo("8/1/0");
        assertThat(shop.status(orderId(plan))).isEqualTo("PLACING");
    }

    @Test
    void without_a_global_transaction_an_order_is_placed_as_long_as_nothing_fails() {
        OrderPlan plan = plan();

        transaction.runWithout(List.of(plan));

        assertThat(shop.stockOf(plan.items().get(0).skuId())).isEqualTo("8/1/0");
        assertThat(shop.status(orderId(plan))).isEqualTo("CREATED");
    }

    @Test
    void without_a_global_transaction_purchases_are_placed_together_as_well() {
        OrderPlan first = plan();
        OrderPlan second = plan();

        List<String> sent = SentStatements.during(() -> transaction.runWithout(List.of(first, second)));

        assertThat(sent)
                .filteredOn(line -> !line.contains("fake_"))
                .containsExactly(
                        "INSERT order_set, INSERT orders, INSERT order_item, COMMIT",
                        "CALL StockReservationService.reserve",
                        "SELECT orders, UPDATE order_set, INSERT order_history, INSERT outbox, COMMIT");
        assertThat(shop.status(orderId(first))).isEqualTo("CREATED");
        assertThat(shop.status(orderId(second))).isEqualTo("CREATED");
    }

    @Test
    void several_purchases_are_confirmed_once_and_cancelled_as_a_whole_by_who_did_not_write_them() {
        OrderPlan first = plan();
        OrderPlan second = plan();
        OrderPlan third = plan();
        rows.insert(List.of(first, second, third));

        rows.cancel(List.of(third.orderSetId()));
        confirm(first, second);
        confirm(first, second);
        rows.cancel(List.of(first.orderSetId(), second.orderSetId()));

        assertThat(shop.rowsOf(third.userId())).isZero();
        for (OrderPlan plan : List.of(first, second)) {
            assertThat(shop.status(orderId(plan))).isEqualTo("CREATED");
            assertThat(shop.count("SELECT COUNT(*) FROM order_history WHERE order_id = " + orderId(plan)))
                    .isEqualTo(1);
        }
    }

    @Test
    void only_one_of_two_tries_with_one_key_gets_in() {
        OrderPlan plan = plan();
        rows.insert(List.of(plan));
        OrderPlan second = new OrderPlan(
                shop.number(),
                plan.userId(),
                plan.idempotencyKey(),
                plan.requestHash(),
                false,
                plan.totalCents(),
                plan.createdAt(),
                List.of(),
                List.of());

        assertThat(catchThrowable(() -> rows.insert(List.of(second)))).isInstanceOf(KeyTaken.class);
        rows.cancel(List.of(second.orderSetId()));

        assertThat(shop.rowsOf(plan.userId())).isEqualTo(3);
    }

    @Test
    void the_schema_itself_refuses_impossible_rows() {
        OrderPlan plan = plan();
        rows.insert(List.of(plan));
        confirm(plan);
        String where = " WHERE order_id = " + orderId(plan);

        for (String impossible : List.of(
                "UPDATE orders SET total_cents = total_cents + 1" + where,
                "UPDATE orders SET status = 'PAID'" + where,
                "UPDATE orders SET status = 'CANCELLED'" + where,
                "UPDATE orders SET status = 'LOST'" + where,
                "UPDATE orders SET expires_at = NULL" + where,
                "UPDATE orders SET payment_id = 1" + where,
                "UPDATE order_item SET quantity = 0" + where,
                "UPDATE order_item SET price_cents = price_cents + 1" + where)) {
            assertThat(catchThrowable(() -> shop.sql(impossible)))
                    .as(impossible)
                    .isNotNull()
                    .rootCause()
                    .hasMessageContaining("CONSTRAINT");
        }
    }

    private void confirm(OrderPlan... plans) {
        List<OrderPlan> all = List.of(plans);
        rows.confirm(OrderPlan.ids(all), OrderPlan.cartIds(all));
    }

    private OrderPlan plan() {
        long user = shop.user();
        PlaceOrderCommand command = shop.buy(user, shop.sku(1, 500, 9), 1);
        return planner.plan(
                new Wish(command, RequestHash.of(command), Long.MAX_VALUE),
                sets.known(user, command.idempotencyKey()).databaseNow());
    }

    private static long orderId(OrderPlan plan) {
        return plan.orders().get(0).orderId();
    }
}
