package org.gomall.stock.reservation;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.stock.ReserveLine;
import org.gomall.platform.seata.OpenBranch;
import org.gomall.platform.test.SentStatements;
import org.gomall.stock.StockRows;
import org.gomall.stock.StockTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Many first phases that reach for one SKU while its row is held for a moment. */
@StockTest
class ShelvesTest {

    private static final int SHOPPERS = 20;
    private static final String TAKEN = "taken";

    @Autowired
    StockRows rows;

    @Autowired
    Shelves shelves;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void who_waits_takes_together_in_one_transaction() {
        long sku = rows.sku(100);
        Map<Long, Object> outcomes = new ConcurrentHashMap<>();

        List<String> sent = SentStatements.during(() -> outcomes.putAll(crowd(sku, branches())));

        assertThat(outcomes.values()).hasSize(SHOPPERS).containsOnly(TAKEN);
        assertThat(rows.level(sku).available()).isEqualTo(100 - SHOPPERS);
        assertThat(outcomes.keySet())
                .allSatisfy(order -> assertThat(rows.reservation(order)).containsExactly("TRYING 1"));
        assertThat(sent.stream().filter(line -> line.contains("tcc_fence_log")))
                .containsExactlyElementsOf(
                        Collections.nCopies(2, "INSERT tcc_fence_log, INSERT reservation, UPDATE stock, COMMIT"));
        rows.assertExact(sku);
    }

    @Test
    void when_the_pieces_do_not_suffice_for_all_each_gets_an_answer_of_its_own() {
        long sku = rows.sku(12);

        Map<Long, Object> outcomes = crowd(sku, branches());

        assertThat(outcomes.values().stream().filter(TAKEN::equals)).hasSize(12);
        assertThat(outcomes.values().stream().filter(ErrorCode.OUT_OF_STOCK::equals))
                .hasSize(SHOPPERS - 12);
        assertThat(rows.level(sku).available()).isZero();
        outcomes.forEach(
                (order, outcome) -> assertThat(rows.reservation(order)).hasSize(outcome.equals(TAKEN) ? 1 : 0));
        rows.assertExact(sku);
    }

    @Test
    void who_was_cancelled_before_it_began_gets_nothing_and_harms_nobody() {
        long sku = rows.sku(100);
        List<OpenBranch> branches = branches();
        OpenBranch cancelled = branches.get(SHOPPERS / 2);
        rows.update(
                "INSERT INTO tcc_fence_log VALUES (:xid, :branch, :action, 4, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))",
                Map.of("xid", cancelled.xid(), "branch", cancelled.branchId(), "action", cancelled.action()));

        Map<Long, Object> outcomes = crowd(sku, branches);

        assertThat(outcomes).containsEntry(cancelled.branchId(), ErrorCode.ILLEGAL_STATE);
        assertThat(outcomes.values().stream().filter(TAKEN::equals)).hasSize(SHOPPERS - 1);
        assertThat(rows.reservation(cancelled.branchId())).isEmpty();
        assertThat(rows.level(sku).available()).isEqualTo(100 - SHOPPERS + 1);
        rows.assertExact(sku);
    }

    /** Each branch takes one piece for an order of the same number; one of them comes first, the others while it waits. */
    private Map<Long, Object> crowd(long sku, List<OpenBranch> branches) {
        Map<Long, Object> outcomes = new ConcurrentHashMap<>();
        List<Thread> shoppers = branches.stream()
                .map(branch -> new Thread(() -> outcomes.put(branch.branchId(), take(branch, sku))))
                .toList();
        transaction.executeWithoutResult(status -> {
            rows.update("UPDATE stock SET total = total WHERE sku_id = :sku", Map.of("sku", sku));
            shoppers.forEach(Thread::start);
            await().atMost(1, SECONDS)
                    .until(() -> shoppers.stream()
                                    .filter(shopper -> shopper.getState() == Thread.State.TIMED_WAITING)
                                    .count()
                            == SHOPPERS - 1);
        });
        shoppers.forEach(shopper -> {
            try {
                shopper.join(10_000);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        return outcomes;
    }

    private Object take(OpenBranch branch, long sku) {
        try {
            shelves.take(branch, List.of(new ReserveLine(branch.branchId(), sku, 1)));
            return TAKEN;
        } catch (BusinessException refusal) {
            return refusal.error();
        }
    }

    private List<OpenBranch> branches() {
        String xid = "test:" + rows.number();
        return Stream.generate(() -> new OpenBranch(xid, rows.number(), ReserveBranch.NAME))
                .limit(SHOPPERS)
                .toList();
    }
}
