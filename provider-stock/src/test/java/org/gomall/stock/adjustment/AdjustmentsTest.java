package org.gomall.stock.adjustment;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Topics;
import org.gomall.api.product.SkuAdded;
import org.gomall.api.stock.AdjustStockCommand;
import org.gomall.api.stock.StockAdjustmentService;
import org.gomall.api.stock.StockLedgerEntryView;
import org.gomall.api.stock.StockLevel;
import org.gomall.platform.messaging.Outbox;
import org.gomall.stock.HeardActs;
import org.gomall.stock.HeardNews;
import org.gomall.stock.StockCaller;
import org.gomall.stock.StockRows;
import org.gomall.stock.StockTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Pieces that come and go by hand, beside those that shoppers reserve. */
@StockTest
class AdjustmentsTest {

    private static final ActingUser MERCHANT = new ActingUser(1003, "192.0.2.3");

    @Autowired
    StockRows rows;

    @Autowired
    StockCaller caller;

    @Autowired
    StockAdjustmentService adjustments;

    @Autowired
    HeardNews news;

    @Autowired
    HeardActs acts;

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void pieces_come_and_go_with_a_reason_in_the_ledger() {
        long sku = rows.sku(5);

        assertThat(adjust(sku, 10, "delivery")).isEqualTo(new StockLevel(sku, 15, 15, 0, 0));
        assertThat(adjust(sku, -3, "broken")).isEqualTo(new StockLevel(sku, 12, 12, 0, 0));

        assertThat(adjustments.ledger(sku, 1, 2).items())
                .extracting(StockLedgerEntryView::delta, StockLedgerEntryView::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(-3, "broken"),
                        org.assertj.core.groups.Tuple.tuple(10, "delivery"));
        assertThat(adjustments.ledger(sku, 1, 2).total()).isEqualTo(3);
        assertThat(adjustments.ledger(sku, 2, 2).items())
                .extracting(StockLedgerEntryView::reason)
                .containsExactly("initial stock");
        rows.assertExact(sku);
    }

    @Test
    void what_is_reserved_or_sold_cannot_go() throws Exception {
        long sku = rows.sku(5);
        caller.reserve(rows.number(), sku, 2);
        long sold = rows.number();
        caller.reserve(sold, sku, 1);
        caller.service().sell(sold);

        refused(ErrorCode.ILLEGAL_STATE, () -> adjust(sku, -3, "too many"));
        assertThat(adjust(sku, -2, "all that is free")).isEqualTo(new StockLevel(sku, 3, 0, 2, 1));
        refused(ErrorCode.ILLEGAL_STATE, () -> adjust(sku, -1, "nothing is free"));

        assertThat(adjustments.ledger(sku, 1, 20).total()).isEqualTo(2);
        rows.assertExact(sku);
    }

    @Test
    void a_sku_without_stock_yet_begins_with_nothing() {
        long sku = rows.number();

        refused(ErrorCode.ILLEGAL_STATE, () -> adjust(sku, -1, "there is nothing"));
        assertThat(adjust(sku, 4, "first delivery")).isEqualTo(new StockLevel(sku, 4, 4, 0, 0));

        rows.assertExact(sku);
    }

    @Test
    void malformed_changes_are_refused() {
        long sku = rows.sku(5);

        for (AdjustStockCommand wrong : List.of(
                new AdjustStockCommand(sku, 0, "nothing", "k", MERCHANT),
                new AdjustStockCommand(sku, Integer.MAX_VALUE, "much", "k", MERCHANT),
                new AdjustStockCommand(sku, 1, " ", "k", MERCHANT),
                new AdjustStockCommand(sku, 1, "no key", null, MERCHANT))) {
            refused(ErrorCode.VALIDATION, wrong::check);
        }
    }

    @Test
    void the_same_key_changes_a_sku_once_also_at_the_same_moment() throws Exception {
        long sku = rows.number();
        AdjustStockCommand command = new AdjustStockCommand(sku, 7, "delivery", "delivery-1", MERCHANT);

        List<Object> answers = together(50, i -> adjustments.adjust(command));

        assertThat(answers).containsOnly(new StockLevel(sku, 7, 7, 0, 0));
        assertThat(adjustments.ledger(sku, 1, 20).total()).isEqualTo(1);
        refused(
                ErrorCode.IDEMPOTENCY_KEY_REUSED,
                () -> adjustments.adjust(new AdjustStockCommand(sku, 8, "delivery", "delivery-1", MERCHANT)));
        long other = rows.sku(1);
        assertThat(adjustments.adjust(new AdjustStockCommand(other, 7, "delivery", "delivery-1", MERCHANT)))
                .as("a key counts per SKU")
                .isEqualTo(new StockLevel(other, 8, 8, 0, 0));
        await().atMost(30, SECONDS).until(() -> !acts.about(sku).isEmpty());
        assertThat(acts.about(sku)).singleElement().satisfies(act -> {
            assertThat(act.action()).isEqualTo("stock.adjust");
            assertThat(act.details()).containsEntry("delta", "7").containsEntry("reason", "delivery");
        });
    }

    @Test
    void fifty_changes_at_once_beside_reservations_keep_every_figure_exact() throws Exception {
        long sku = rows.sku(30);
        caller.reserve(rows.number(), sku, 1);
        List<Long> orders = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            orders.add(rows.number());
        }

        List<Object> answers = together(100, i -> {
            if (i % 2 == 0) {
                return adjust(sku, ThreadLocalRandom.current().nextBoolean() ? 2 : -3, "change " + i);
            }
            return caller.reserve(orders.get(i / 2), sku, 1);
        });

        await().atMost(40, SECONDS).until(() -> rows.calm(orders));
        assertThat(answers.stream().filter(StockLevel.class::isInstance)).isNotEmpty();
        assertThat(rows.level(sku).available()).isNotNegative();
        rows.assertExact(sku);
    }

    @Test
    void of_many_who_take_out_the_last_pieces_none_gets_what_is_not_there() throws Exception {
        long sku = rows.sku(10);
        caller.reserve(rows.number(), sku, 4);

        List<Object> answers = together(50, i -> adjust(sku, -1, "one of the last " + i));

        assertThat(answers.stream().filter(StockLevel.class::isInstance)).hasSize(6);
        assertThat(rows.level(sku)).isEqualTo(new StockLevel(sku, 4, 0, 4, 0));
        rows.assertExact(sku);
    }

    @Test
    void the_world_hears_when_a_sku_comes_into_stock_or_runs_out_by_hand_and_nothing_in_between() throws Exception {
        long sku = rows.number();

        adjust(sku, 3, "first delivery");
        await().atMost(30, SECONDS).until(() -> news.about(sku).equals(List.of(true)));
        adjust(sku, 3, "second delivery");
        adjust(sku, -6, "recalled");
        await().atMost(30, SECONDS).until(() -> news.about(sku).size() > 1);
        Thread.sleep(500);

        assertThat(news.about(sku)).containsExactly(true, false);
    }

    @Test
    void a_new_sku_brings_its_pieces_once_and_nobody_used_a_special_right_here() throws Exception {
        long sku = rows.number();
        long empty = rows.number();

        transaction.executeWithoutResult(status -> {
            outbox.publish(Topics.PRODUCT, new SkuAdded(empty, 1, 0));
            outbox.publish(Topics.PRODUCT, new SkuAdded(sku, 1, 12));
            outbox.publish(Topics.PRODUCT, new SkuAdded(sku, 1, 12));
        });

        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(adjustments.ledger(sku, 1, 20).items())
                        .extracting(StockLedgerEntryView::delta)
                        .containsExactly(12));
        Thread.sleep(1_000);
        assertThat(rows.level(sku)).isEqualTo(new StockLevel(sku, 12, 12, 0, 0));
        assertThat(adjustments.ledger(empty, 1, 20).items()).isEmpty();
        assertThat(rows.level(empty)).isEqualTo(new StockLevel(empty, 0, 0, 0, 0));
        refused(ErrorCode.OUT_OF_STOCK, () -> caller.reserve(rows.number(), empty, 1));
        assertThat(acts.about(sku)).isEmpty();
        rows.assertExact(sku);
    }

    private StockLevel adjust(long sku, int delta, String reason) {
        return adjustments.adjust(new AdjustStockCommand(sku, delta, reason, "key-" + rows.number(), MERCHANT));
    }

    private static void refused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.error())
                .isEqualTo(code));
    }

    private interface Numbered {
        Object call(int number) throws Exception;
    }

    /** Runs all at about the same moment; refusals are results. */
    private static List<Object> together(int count, Numbered work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            List<Callable<Object>> calls = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                calls.add(() -> {
                    try {
                        return work.call(number);
                    } catch (BusinessException refusal) {
                        return refusal.error();
                    }
                });
            }
            List<Object> results = new ArrayList<>();
            for (Future<Object> future : threads.invokeAll(calls)) {
                results.add(future.get(60, SECONDS));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
