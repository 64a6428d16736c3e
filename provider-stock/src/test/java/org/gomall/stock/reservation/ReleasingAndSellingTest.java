package org.gomall.stock.reservation;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.gomall.stock.reservation.ReservingTest.refused;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.seata.tm.api.GlobalTransaction;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Topics;
import org.gomall.api.order.OrderPaid;
import org.gomall.api.stock.StockLevel;
import org.gomall.platform.messaging.Outbox;
import org.gomall.stock.StockCaller;
import org.gomall.stock.StockRows;
import org.gomall.stock.StockTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens to reserved pieces: given back by a cancellation or sold by a payment, never both. */
@StockTest
class ReleasingAndSellingTest {

    @Autowired
    StockRows rows;

    @Autowired
    StockCaller caller;

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void a_committed_release_gives_back_and_a_second_one_does_nothing() throws Exception {
        long sku = rows.sku(5);
        long order = reserved(sku, 2);

        GlobalTransaction cancelling = caller.begin(12_000);
        caller.service().release(order);
        assertThat(rows.reservation(order)).containsExactly("RELEASING 2");
        assertThat(rows.level(sku)).isEqualTo(new StockLevel(sku, 5, 3, 2, 0));
        cancelling.commit();
        caller.release(order);

        assertThat(rows.reservation(order)).containsExactly("RELEASED 2");
        assertThat(rows.level(sku)).isEqualTo(new StockLevel(sku, 5, 5, 0, 0));
        rows.assertExact(sku);
    }

    @Test
    void a_release_that_is_rolled_back_keeps_the_pieces() throws Exception {
        long sku = rows.sku(5);
        long order = reserved(sku, 2);

        GlobalTransaction cancelling = caller.begin(12_000);
        caller.service().release(order);
        cancelling.rollback();

        assertThat(rows.reservation(order)).containsExactly("RESERVED 2");
        assertThat(rows.level(sku)).isEqualTo(new StockLevel(sku, 5, 3, 2, 0));
    }

    @Test
    void pieces_that_are_not_confirmed_can_neither_be_released_nor_sold() throws Exception {
        long sku = rows.sku(5);
        long order = rows.number();
        GlobalTransaction placing = caller.begin(12_000);
        caller.service().reserve(StockCaller.command(order, sku, 2));

        assertThatThrownBy(() -> caller.service().release(order)).satisfies(refused(ErrorCode.ILLEGAL_STATE));
        assertThatThrownBy(() -> caller.service().sell(order)).satisfies(refused(ErrorCode.ILLEGAL_STATE));
        placing.rollback();

        assertThat(rows.reservation(order)).containsExactly("RELEASED 2");
        assertThat(rows.level(sku)).isEqualTo(new StockLevel(sku, 5, 5, 0, 0));
        rows.assertExact(sku);
    }

    @Test
    void selling_twice_sells_once() throws Exception {
        long sku = rows.sku(5);
        long order = reserved(sku, 2);

        caller.service().sell(order);
        caller.service().sell(order);

        assertThat(rows.reservation(order)).containsExactly("SOLD 2");
        assertThat(rows.level(sku)).isEqualTo(new StockLevel(sku, 5, 3, 0, 2));
        rows.assertExact(sku);
    }

    @Test
    void an_order_is_sold_as_a_whole_or_not_at_all() throws Exception {
        long good = rows.sku(5);
        long spoilt = rows.sku(5);
        long order = rows.number();
        caller.inTransaction(() -> caller.service().reserve(StockCaller.command(order, good, 2, spoilt, 1)));
        String set = "UPDATE stock SET reserved = :reserved, available = total - :reserved WHERE sku_id = :sku";
        rows.update(set, Map.of("sku", spoilt, "reserved", 0));

        assertThatThrownBy(() -> caller.service().sell(order)).isNotNull();

        assertThat(rows.reservation(order)).containsExactly("RESERVED 2", "RESERVED 1");
        assertThat(rows.level(good)).isEqualTo(new StockLevel(good, 5, 3, 2, 0));
        rows.update(set, Map.of("sku", spoilt, "reserved", 1));
        caller.service().sell(order);
        assertThat(rows.reservation(order)).containsExactly("SOLD 2", "SOLD 1");
        rows.assertExact(good);
        rows.assertExact(spoilt);
    }

    @Test
    void sold_pieces_are_not_released_and_released_ones_not_sold() throws Exception {
        long sku = rows.sku(5);
        long sold = reserved(sku, 1);
        long released = reserved(sku, 1);
        caller.service().sell(sold);
        caller.release(released);

        assertThatThrownBy(() -> caller.release(sold)).satisfies(refused(ErrorCode.ILLEGAL_STATE));
        assertThatThrownBy(() -> caller.service().sell(released)).satisfies(refused(ErrorCode.ILLEGAL_STATE));
        assertThatThrownBy(() -> caller.service().sell(rows.number())).satisfies(refused(ErrorCode.NOT_FOUND));

        assertThat(rows.level(sku)).isEqualTo(new StockLevel(sku, 5, 4, 0, 1));
        rows.assertExact(sku);
    }

    @Test
    void of_a_sale_and_a_release_at_the_same_moment_one_wins() throws Exception {
        int rounds = 30;
        long sku = rows.sku(rounds);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < rounds; round++) {
                long order = reserved(sku, 1);
                CountDownLatch start = new CountDownLatch(1);
                Future<Boolean> sale =
                        two.submit(() -> succeeds(start, () -> caller.service().sell(order)));
                Future<Boolean> release = two.submit(() -> succeeds(start, () -> caller.release(order)));
                start.countDown();

                assertThat(List.of(sale.get(), release.get())).containsExactlyInAnyOrder(true, false);
                assertThat(rows.reservation(order)).containsExactly(sale.get() ? "SOLD 1" : "RELEASED 1");
            }
        } finally {
            two.shutdownNow();
        }
        assertThat(rows.level(sku).reserved()).isZero();
        rows.assertExact(sku);
    }

    @Test
    void the_event_of_a_payment_sells_the_pieces() throws Exception {
        long sku = rows.sku(5);
        long order = reserved(sku, 2);
        OrderPaid event = new OrderPaid(order, rows.number(), List.of(new OrderPaid.SoldLine(1, sku, 2)));

        transaction.executeWithoutResult(status -> {
            outbox.publish(Topics.ORDER, event);
            outbox.publish(Topics.ORDER, event);
        });

        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(rows.reservation(order)).containsExactly("SOLD 2"));
        rows.assertExact(sku);
    }

    @Test
    void an_event_that_comes_before_the_reservation_is_confirmed_comes_again() throws Exception {
        long sku = rows.sku(5);
        long order = rows.number();
        GlobalTransaction placing = caller.begin(12_000);
        caller.service().reserve(StockCaller.command(order, sku, 2));

        transaction.executeWithoutResult(
                status -> outbox.publish(Topics.ORDER, new OrderPaid(order, rows.number(), List.of())));
        Thread.sleep(1_500);
        assertThat(rows.reservation(order)).containsExactly("TRYING 2");
        placing.commit();

        await().atMost(40, SECONDS)
                .untilAsserted(() -> assertThat(rows.reservation(order)).containsExactly("SOLD 2"));
    }

    private long reserved(long sku, int quantity) throws Exception {
        long order = rows.number();
        caller.reserve(order, sku, quantity);
        return order;
    }

    private static boolean succeeds(CountDownLatch start, Step step) throws Exception {
        start.await();
        try {
            step.run();
            return true;
        } catch (BusinessException refusal) {
            assertThat(refusal.error()).isEqualTo(ErrorCode.ILLEGAL_STATE);
            return false;
        }
    }

    private interface Step {
        void run() throws Exception;
    }
}
