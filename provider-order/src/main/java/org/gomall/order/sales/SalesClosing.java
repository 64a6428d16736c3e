package org.gomall.order.sales;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.gomall.platform.process.RepeatedJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down what was sold in quarters of an hour that are over, so that a chart of three months adds up some thousand
 * figures, however many orders there were. One instance at a time goes on; a step that fails is done again.
 */
@Configuration(proxyBeanMethods = false)
class SalesClosing {

    /** A figure's share of time. Every zone is a multiple of it away from UTC. */
    static final Duration QUARTER = Duration.ofMinutes(15);

    /** Nobody can be paid or settled with a moment that lies so far back: every transaction has ended long before. */
    private static final Duration OVER = Duration.ofHours(1);

    private static final Duration STEP = Duration.ofDays(1);

    private final ClosingMapper figures;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SalesClosing(ClosingMapper figures, TransactionTemplate transaction, Clock clock) {
        this.figures = figures;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    RepeatedJob regularSalesClosing() {
        return new RepeatedJob("sales-closing", () -> QUARTER, this::closeAll);
    }

    /** Goes on until nothing is left that is over. */
    void closeAll() {
        while (Boolean.TRUE.equals(transaction.execute(status -> closeSome()))) {
            // the next day
        }
    }

    private boolean closeSome() {
        Instant closed = figures.lock();
        Instant over = beginOfQuarter(clock.instant().minus(OVER));
        if (closed == null || !closed.isBefore(over)) {
            return false;
        }
        Instant first = figures.first(closed);
        if (first == null || !first.isBefore(over)) {
            figures.close(over);
            return false;
        }
        Instant from = beginOfQuarter(first);
        Instant until = from.plus(STEP).isBefore(over) ? from.plus(STEP) : over;
        figures.writeShops(from, until);
        figures.writeAll(from, until);
        figures.close(until);
        return until.isBefore(over);
    }

    private static Instant beginOfQuarter(Instant moment) {
        return moment.minusMillis(Math.floorMod(moment.toEpochMilli(), QUARTER.toMillis()))
                .truncatedTo(ChronoUnit.SECONDS);
    }
}
