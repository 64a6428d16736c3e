package org.gomall.stock.reservation;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.seata.core.exception.TransactionException;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.stock.StockLevel;
import org.gomall.stock.StockCaller;
import org.gomall.stock.StockRows;
import org.gomall.stock.StockTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A crowd before a few pieces. */
@StockTest
class CrowdTest {

    private static final int SHOPPERS = 200;
    private static final int PIECES = 50;

    @Autowired
    StockRows rows;

    @Autowired
    StockCaller caller;

    @Test
    void two_hundred_shoppers_for_fifty_pieces_with_cancellations_end_exact() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        long sku = rows.sku(PIECES);
        caller.reserve(rows.number(), rows.sku(1), 1);
        Map<Long, Outcome> outcomes = new ConcurrentHashMap<>();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService crowd = Executors.newFixedThreadPool(SHOPPERS);
        try {
            List<Future<?>> shoppers = new ArrayList<>();
            for (int i = 0; i < SHOPPERS; i++) {
                boolean changesMind = random.nextInt(4) == 0;
                shoppers.add(crowd.submit(() -> {
                    start.await();
                    shopUntilAnswered(sku, changesMind, outcomes);
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> shopper : shoppers) {
                shopper.get(120, SECONDS);
            }
        } finally {
            crowd.shutdownNow();
        }
        await().atMost(40, SECONDS).until(() -> rows.calm(outcomes.keySet()));

        rows.assertExact(sku);
        StockLevel end = rows.level(sku);
        assertThat(end.available() + end.reserved()).isEqualTo(PIECES);
        assertThat(outcomes.values()).contains(Outcome.BOUGHT, Outcome.SOLD_OUT);
        outcomes.forEach((order, outcome) -> assertThat(outcome.possible)
                .as("%s, seed %d", outcome, seed)
                .contains(String.join("", rows.reservation(order))));
    }

    /** Tries again with a new order, as the client of an overloaded shop does, until there is a clear answer. */
    private void shopUntilAnswered(long sku, boolean changesMind, Map<Long, Outcome> outcomes)
            throws InterruptedException {
        for (int attempt = 1; attempt <= 10; attempt++) {
            long order = rows.number();
            Outcome outcome = shop(order, sku, changesMind);
            outcomes.put(order, outcome);
            if (outcome != Outcome.UNKNOWN) {
                return;
            }
            Thread.sleep(ThreadLocalRandom.current().nextInt(1_000 * attempt));
        }
    }

    private Outcome shop(long order, long sku, boolean changesMind) {
        try {
            caller.reserve(order, sku, 1);
            if (!changesMind) {
                return Outcome.BOUGHT;
            }
            caller.release(order);
            return Outcome.CANCELLED;
        } catch (BusinessException refusal) {
            return refusal.error() == ErrorCode.OUT_OF_STOCK ? Outcome.SOLD_OUT : Outcome.UNKNOWN;
        } catch (TransactionException lostAnswer) {
            return Outcome.UNKNOWN;
        }
    }

    /** What a shopper was told, and the reservations that may stand behind it. */
    private enum Outcome {
        BOUGHT("RESERVED 1"),
        CANCELLED("RELEASED 1"),
        SOLD_OUT(""),
        /** An overloaded step gave no answer in time; the coordinator settles it. */
        UNKNOWN("RESERVED 1", "RELEASED 1", "");

        private final List<String> possible;

        Outcome(String... possible) {
            this.possible = List.of(possible);
        }
    }
}
