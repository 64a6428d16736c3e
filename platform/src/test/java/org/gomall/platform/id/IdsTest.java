package org.gomall.platform.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.gomall.platform.database.LocalTransactions;
import org.gomall.platform.id.WorkerLeases.Workers;
import org.gomall.platform.sample.SampleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SampleTest
class IdsTest {

    private static final int WORKER_SHIFT = LeasedIds.SEQUENCE_BITS;

    @Autowired
    private Ids ids;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private LocalTransactions transactions;

    @Autowired
    private Clock clock;

    @Test
    void are_positive_and_rise_with_time() {
        long first = ids.next();
        long second = ids.next();

        assertThat(first).isPositive();
        assertThat(second).isGreaterThan(first);
        assertThat(Duration.between(timeOf(second), clock.instant()).abs()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void of_a_moment_and_later_are_not_below_its_lowest() {
        Instant before = clock.instant();
        long id = ids.next();

        assertThat(id).isGreaterThanOrEqualTo(Ids.lowest(before));
        assertThat(id).isLessThan(Ids.lowest(before.plus(Duration.ofMinutes(3))));
        assertThat(timeOf(Ids.lowest(before))).isEqualTo(before.truncatedTo(ChronoUnit.MILLIS));
        assertThat(Ids.lowest(Instant.EPOCH)).isZero();
    }

    @Test
    void are_unique_over_threads_and_processes() throws Exception {
        try (LeasedIds another = process(clock);
                LeasedIds third = process(clock)) {
            assertThat(Set.of(worker(another.next()), worker(third.next()), worker(ids.next())))
                    .hasSize(3);
            Set<Long> seen = ConcurrentHashMap.newKeySet();
            ExecutorService threads = Executors.newFixedThreadPool(8);
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Ids source = List.of(ids, another, third).get(i % 3);
                work.add(() -> draw(source, seen));
            }
            for (Future<Boolean> monotonic : threads.invokeAll(work)) {
                assertThat(monotonic.get()).isTrue();
            }
            threads.shutdown();
            assertThat(seen).hasSize(8 * 20_000);
        }
    }

    @Test
    void go_on_rising_when_the_clock_steps_back() {
        SettableClock moving = new SettableClock(clock.instant());
        try (LeasedIds process = process(moving)) {
            long before = process.next();
            moving.now.set(moving.now.get().minus(Duration.ofMinutes(5)));

            long last = before;
            for (int i = 0; i < 10_000; i++) {
                long next = process.next();
                assertThat(next).isGreaterThan(last);
                last = next;
            }
        }
    }

    @Test
    void do_not_repeat_after_a_restart_with_a_clock_that_was_ahead() {
        SettableClock ahead = new SettableClock(clock.instant().plus(Duration.ofHours(1)));
        long before;
        try (LeasedIds process = process(ahead)) {
            before = process.next();
        }
        List<LeasedIds> restarted = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                LeasedIds process = process(clock);
                restarted.add(process);
                long next = process.next();
                assertThat(worker(next) != worker(before) || next > before).isTrue();
                assertThat(Duration.between(timeOf(next), clock.instant()).abs())
                        .isLessThan(Duration.ofMinutes(3));
            }
        } finally {
            restarted.forEach(LeasedIds::close);
        }
    }

    @Test
    void a_lost_lease_is_replaced_by_another_number() {
        WorkerLeases leases = new WorkerLeases(jdbc, transactions.alwaysNew(), "lost");
        WorkerLeases.Lease lost = leases.acquire(0, 1_000, Duration.ofSeconds(60));
        jdbc.sql("UPDATE id_worker SET lease_until = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND WHERE worker = ?")
                .param(lost.worker())
                .update();

        assertThat(leases.renew(lost, 2_000, Duration.ofSeconds(60))).isEmpty();
    }

    /** Numbers from before there were cells, and all that this schema has given out, are cell 0's. */
    @Test
    void tell_their_cell_and_a_schema_belongs_to_one() {
        assertThat(Ids.cellOf(ids.next())).isZero();
        assertThat(Ids.cellOf(1_001)).isZero();
        assertThat(Ids.cellOf(ids.next() | 3L << WORKER_SHIFT + 5)).isEqualTo(3);
        assertThat(Workers.ofCell(0)).isEqualTo(new Workers(0, 31));
        assertThat(Workers.ofCell(Ids.CELLS - 1)).isEqualTo(new Workers(992, 1023));

        WorkerLeases stranger = new WorkerLeases(jdbc, transactions.alwaysNew(), "stranger", Workers.ofCell(3));
        assertThatThrownBy(() -> stranger.acquire(0, 1_000, Duration.ofSeconds(60)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("none of this cell (96 to 127)");
    }

    private LeasedIds process(Clock time) {
        return new LeasedIds(time, new WorkerLeases(jdbc, transactions.alwaysNew(), "test"));
    }

    private static Boolean draw(Ids source, Set<Long> seen) {
        long last = 0;
        for (int n = 0; n < 20_000; n++) {
            long next = source.next();
            if (next <= last) {
                return false;
            }
            seen.add(next);
            last = next;
        }
        return true;
    }

    private static long worker(long id) {
        return (id >> WORKER_SHIFT) & ((1 << LeasedIds.WORKER_BITS) - 1);
    }

    private static Instant timeOf(long id) {
        return LeasedIds.EPOCH.plusMillis(id >> (WORKER_SHIFT + LeasedIds.WORKER_BITS));
    }

    private static final class SettableClock extends Clock {

        private final AtomicReference<Instant> now;

        SettableClock(Instant start) {
            now = new AtomicReference<>(start);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }
}
