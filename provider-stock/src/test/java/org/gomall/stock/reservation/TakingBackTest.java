package org.gomall.stock.reservation;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Topics;
import org.gomall.api.order.OrderPaid;
import org.gomall.api.order.OrderRefunded;
import org.gomall.api.stock.StockLevel;
import org.gomall.platform.messaging.Outbox;
import org.gomall.stock.HeardNews;
import org.gomall.stock.StockCaller;
import org.gomall.stock.StockRows;
import org.gomall.stock.StockTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Pieces of a refunded order that never left the shop go back on the shelf, once. */
@StockTest
class TakingBackTest {

    @Autowired
    StockRows rows;

    @Autowired
    StockCaller caller;

    @Autowired
    HeardNews news;

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void sold_pieces_are_taken_back_once_however_often_and_from_how_many_sides_it_is_asked_for() throws Exception {
        long sku = rows.sku(5);
        long order = sold(sku, 2);
        ExecutorService crowd = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> calls = IntStream.range(0, 8)
                    .<Callable<Void>>mapToObj(i -> () -> {
                        caller.service().takeBack(order);
                        return null;
                    })
                    .toList();
            for (Future<Void> call : crowd.invokeAll(calls)) {
                call.get(30, SECONDS);
            }
        } finally {
            crowd.shutdownNow();
        }

        assertThat(rows.reservation(order)).containsExactly("RETURNED 2");
        assertThat(rows.level(sku)).isEqualTo(new StockLevel(sku, 5, 5, 0, 0));
        rows.assertExact(sku);
    }

    @Test
    void only_sold_pieces_are_taken_back() throws Exception {
        long sku = rows.sku(5);
        long reserved = reserved(sku, 1);
        long released = reserved(sku, 1);
        caller.release(released);

        for (long order : List.of(reserved, released)) {
            assertThatThrownBy(() -> caller.service().takeBack(order))
                    .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.error())
                            .isEqualTo(ErrorCode.ILLEGAL_STATE));
        }
        assertThatThrownBy(() -> caller.service().takeBack(rows.number()))
                .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.error())
                        .isEqualTo(ErrorCode.NOT_FOUND));
        assertThat(rows.level(sku)).isEqualTo(new StockLevel(sku, 5, 4, 1, 0));
    }

    @Test
    void late_news_of_the_payment_does_not_sell_them_again() throws Exception {
        long sku = rows.sku(5);
        long order = sold(sku, 2);
        caller.service().takeBack(order);

        caller.service().sell(order);

        assertThat(rows.level(sku)).isEqualTo(new StockLevel(sku, 5, 5, 0, 0));
        rows.assertExact(sku);
    }

    @Test
    void the_event_of_a_refund_takes_back_what_was_not_shipped_and_leaves_what_was() throws Exception {
        long sku = rows.sku(5);
        long here = sold(sku, 1);
        long gone = sold(sku, 1);

        transaction.executeWithoutResult(status -> {
            outbox.publish(Topics.ORDER, new OrderRefunded(gone, rows.number(), true));
            outbox.publish(Topics.ORDER, new OrderRefunded(here, rows.number(), false));
            outbox.publish(Topics.ORDER, new OrderRefunded(here, rows.number(), false));
        });

        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(rows.reservation(here)).containsExactly("RETURNED 1"));
        assertThat(rows.reservation(gone)).containsExactly("SOLD 1");
        rows.assertExact(sku);
    }

    @Test
    void a_refund_that_is_faster_than_the_news_of_its_payment_waits_for_it() throws Exception {
        long sku = rows.sku(5);
        long order = reserved(sku, 2);

        transaction.executeWithoutResult(
                status -> outbox.publish(Topics.ORDER, new OrderRefunded(order, rows.number(), false)));
        Thread.sleep(1_500);
        assertThat(rows.reservation(order)).containsExactly("RESERVED 2");
        transaction.executeWithoutResult(
                status -> outbox.publish(Topics.ORDER, new OrderPaid(order, rows.number(), List.of())));

        await().atMost(60, SECONDS)
                .untilAsserted(() -> assertThat(rows.reservation(order)).containsExactly("RETURNED 2"));
        rows.assertExact(sku);
    }

    @Test
    void the_world_hears_that_a_sold_out_sku_is_back() throws Exception {
        long sku = rows.sku(2);
        long order = sold(sku, 2);

        caller.service().takeBack(order);

        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(news.about(sku)).endsWith(true));
    }

    private long reserved(long sku, int quantity) throws Exception {
        long order = rows.number();
        caller.reserve(order, sku, quantity);
        return order;
    }

    private long sold(long sku, int quantity) throws Exception {
        long order = reserved(sku, quantity);
        caller.service().sell(order);
        return order;
    }
}
