package org.gomall.platform.seata;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.atomic.AtomicInteger;
import org.gomall.platform.seata.GlobalTransactionFailures.Step;

/**
 * Global transactions as the side that begins them sees it: the timer {@code gomall.transactions} by {@code outcome} (committed;
 * rolled_back; begin_failed: the coordinator is away; commit_failed: the outcome was not heard; rollback_failed: the coordinator
 * ends it later), and {@code gomall.transactions.active}.
 */
final class TransactionMeters {

    private static final AtomicInteger ACTIVE = new AtomicInteger();

    static {
        Gauge.builder("gomall.transactions.active", ACTIVE, AtomicInteger::get).register(Metrics.globalRegistry);
    }

    private TransactionMeters() {}

    static Running begun() {
        ACTIVE.incrementAndGet();
        return new Running(System.nanoTime());
    }

    /** One global transaction; exactly one of its methods is called. */
    record Running(long since) {

        void committed() {
            over("committed");
        }

        void failed(Step step) {
            if (step == null) {
                over("rolled_back");
            } else {
                over(
                        switch (step) {
                            case BEGIN -> "begin_failed";
                            case COMMIT -> "commit_failed";
                            case ROLLBACK -> "rollback_failed";
                        });
            }
        }

        private void over(String outcome) {
            ACTIVE.decrementAndGet();
            Timer.builder("gomall.transactions")
                    .tag("outcome", outcome)
                    .register(Metrics.globalRegistry)
                    .record(System.nanoTime() - since, java.util.concurrent.TimeUnit.NANOSECONDS);
        }
    }
}
