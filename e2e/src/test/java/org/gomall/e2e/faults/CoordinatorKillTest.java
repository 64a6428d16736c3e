package org.gomall.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.gomall.e2e.Mall;
import org.gomall.localstack.LocalSystem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Seata's coordinator dies at each point of a global transaction. From a random instant on it is frozen as soon as the fences
 * of both schemas show that one is at that point; when it still is a moment later, it is killed. Browsing goes on, orders are
 * refused in time, services start without it, and afterwards every transaction is finished or rolled back.
 */
@Tag("faults")
class CoordinatorKillTest {

    private static final Mall MALL = Mall.shared();
    private static final LocalSystem SYSTEM = MALL.system();
    private static final Duration AWAY = Duration.ofSeconds(5);
    private static final int ROUNDS = Selection.count(1, 3);
    private static final int ATTEMPTS = 300;
    private static final Duration MET_WITHIN = Duration.ofSeconds(60);
    private static final int CLIENTS = 8;

    /** Where a transaction is, told by the fence rows of its branches: one in provider-order, one in provider-stock. */
    enum Point {
        AT_BEGIN("at begin"),
        AFTER_A_BRANCH("after a branch"),
        BEFORE_COMMIT("before commit"),
        IN_PHASE_TWO("in phase two");

        private final String words;

        Point(String words) {
            this.words = words;
        }

        static Point of(long tried, long decided) {
            if (tried == 0) {
                return AT_BEGIN;
            }
            if (decided > 0) {
                return IN_PHASE_TWO;
            }
            return tried == 1 ? AFTER_A_BRANCH : BEFORE_COMMIT;
        }
    }

    static Stream<Point> points() {
        return Selection.of(2, List.of(Point.AFTER_A_BRANCH, Point.IN_PHASE_TWO, Point.BEFORE_COMMIT, Point.AT_BEGIN))
                .stream();
    }

    @ParameterizedTest
    @MethodSource("points")
    void a_coordinator_that_dies_leaves_nothing_half_way(Point point) {
        Random random = new Random(Long.getLong("gomall.faults.seed", System.nanoTime()));
        try (Trial trial = Trial.on(MALL, Load.on(MALL).clients(CLIENTS))) {
            for (int round = 1; round < ROUNDS; round++) {
                FaultReport.add(trial.during(kill(point, random)));
            }
            Episode episode = trial.during(kill(point, random), () -> startWithout(point));

            Figures orders = trial.load().figures(episode.began().plusMillis(500), episode.ended(), Kind.ORDER);
            assertThat(orders.unavailable()).as("orders that are refused").isPositive();
            assertThat(orders.ok())
                    .as("orders without a coordinator, but for repeats of one that it had committed already")
                    .isLessThanOrEqualTo(CLIENTS);
            Verdicts.browsingGoesOn(trial.load(), episode, 99);
            Verdicts.answeredInTime(trial.load(), episode);
            trial.finish(episode);
        }
    }

    /** One time is enough to show that a service does not need it to start. */
    private static void startWithout(Point point) {
        if (point == Point.AFTER_A_BRANCH) {
            SYSTEM.restart("provider-stock");
        }
    }

    private static Fault kill(Point point, Random random) {
        return new ProcessFault(
                "kill -9 seata " + point.words,
                Rows.COORDINATOR,
                AWAY,
                () -> freezeAt(point, random),
                () -> SYSTEM.killAndLeave("seata"),
                () -> SYSTEM.start("seata"));
    }

    private static void freezeAt(Point wanted, Random random) {
        BooleanSupplier attempt =
                wanted == Point.IN_PHASE_TWO ? CoordinatorKillTest::isFrozenInPhaseTwo : () -> isFrozenAt(wanted);
        for (int i = 0; i < ATTEMPTS; i++) {
            Mall.pause(random.nextInt(400));
            if (attempt.getAsBoolean()) {
                return;
            }
        }
        throw new AssertionError("no transaction was met " + wanted.words + " in " + ATTEMPTS + " attempts");
    }

    private static boolean isFrozenAt(Point wanted) {
        await().atMost(MET_WITHIN).pollInterval(Duration.ofMillis(1)).until(() -> isReached(wanted));
        SYSTEM.pause("seata");
        // What needs no coordinator goes on for a moment.
        Mall.pause(100);
        boolean reached = isReached(wanted);
        if (!reached) {
            SYSTEM.resume("seata");
        }
        return reached;
    }

    /** Second phases run side by side, and hardly ever is one over and the other not: so a service is held before its own. */
    private static boolean isFrozenInPhaseTwo() {
        SYSTEM.pause("provider-stock");
        try {
            Mall.pause(100);
            boolean reached = isReached(Point.IN_PHASE_TWO);
            if (reached) {
                SYSTEM.pause("seata");
            }
            return reached;
        } finally {
            SYSTEM.resume("provider-stock");
        }
    }

    private static boolean isReached(Point wanted) {
        List<List<String>> open = MALL.database().rows("""
                SELECT SUM(status = 1), SUM(status IN (2, 3)) FROM (
                    SELECT xid, status FROM gomall_order.tcc_fence_log
                    UNION ALL
                    SELECT xid, status FROM gomall_stock.tcc_fence_log) fences
                GROUP BY xid HAVING SUM(status = 1) > 0
                """);
        if (open.isEmpty()) {
            return wanted == Point.AT_BEGIN;
        }
        return open.stream()
                .map(row -> Point.of(Long.parseLong(row.get(0)), Long.parseLong(row.get(1))))
                .anyMatch(point -> point == wanted);
    }
}
