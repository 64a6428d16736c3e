package org.gomall.stock.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.seata.core.exception.TransactionException;
import org.apache.seata.tm.api.GlobalTransaction;
import org.gomall.api.stock.ReserveCommand;
import org.gomall.platform.test.SentStatements;
import org.gomall.stock.StockCaller;
import org.gomall.stock.StockRows;
import org.gomall.stock.StockTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an order costs here, see docs/order-cost.md; who makes it dearer changes this test. */
@StockTest
class StockCostTest {

    @Autowired
    StockRows rows;

    @Autowired
    StockCaller caller;

    @Test
    void an_order_of_one_line() throws Exception {
        assertReserving(StockCaller.command(rows.number(), rows.sku(5), 2), "UPDATE stock");
    }

    @Test
    void an_order_of_three_lines() throws Exception {
        assertReserving(
                StockCaller.command(rows.number(), rows.sku(5), 2, rows.sku(5), 1, rows.sku(5), 1),
                "UPDATE stock, UPDATE stock, UPDATE stock");
    }

    @Test
    void a_sale() throws Exception {
        long order = rows.number();
        caller.reserve(order, rows.sku(5), 2);

        assertThat(SentStatements.during(() -> caller.service().sell(order)))
                .containsExactly("UPDATE reservation, COMMIT");
    }

    @Test
    void no_thread_looks_for_messages_to_gather_where_nothing_is_sent() {
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .anyMatch(name -> name.startsWith("NettyClientSelector_RMROLE"))
                .noneMatch(name -> name.startsWith("rpcMergeMessageSend"));
    }

    private void assertReserving(ReserveCommand command, String updates) throws TransactionException {
        GlobalTransaction transaction = caller.begin(12_000);

        assertThat(SentStatements.during(() -> caller.service().reserve(command)))
                .containsExactly(
                        "TC branchRegister", "INSERT tcc_fence_log, INSERT reservation, " + updates + ", COMMIT");
        assertThat(SentStatements.during(() -> commit(transaction)))
                .containsExactly(
                        "TC commit",
                        "TC branchCommit",
                        "UPDATE tcc_fence_log, UPDATE reservation, SELECT reservation, COMMIT");
    }

    private static void commit(GlobalTransaction transaction) {
        try {
            transaction.commit();
        } catch (TransactionException e) {
            throw new IllegalStateException(e);
        }
    }
}
