package org.gomall.order.place;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.order.PlaceOrderCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How purchases meet, without anything that places them. */
class GatheringTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final List<Integer> groups = Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> visitors = new ArrayList<>();

    /** The work of groups goes on when it is open. */
    private volatile CountDownLatch gate = new CountDownLatch(0);

    /** Who is served alone goes on when it is open. */
    private final CountDownLatch busy = new CountDownLatch(1);

    @AfterEach
    void everybodyGoes() {
        gate.countDown();
        busy.countDown();
    }

    @Test
    void who_comes_alone_goes_alone_and_waits_for_nobody() {
        Gathering gathering = new Gathering(this::place, LONG);
        long[] nanos = new long[1_001];
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            assertThat(gathering.<Share>visit(wish(LONG), share -> share)).isEqualTo(Share.ALONE);
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        // Half of them at least, on a machine that does other things as well.
        assertThat(Duration.ofNanos(nanos[500])).isLessThan(Duration.ofMillis(3));
        assertThat(groups).isEmpty();
    }

    @Test
    void who_comes_while_somebody_is_served_shares_with_all_who_wait() throws Exception {
        Gathering gathering = new Gathering(this::place, LONG);
        Future<Share> first = served(gathering);
        List<Future<Share>> others = visits(gathering, 9);
        busy.countDown();

        assertThat(first.get(5, SECONDS)).isEqualTo(Share.ALONE);
        for (Future<Share> other : others) {
            assertThat(other.get(5, SECONDS)).isInstanceOf(Share.Placed.class);
        }
        assertThat(groups).containsExactly(9);
    }

    @Test
    void no_group_is_larger_than_allowed() throws Exception {
        Gathering gathering = new Gathering(this::place, LONG);
        served(gathering);
        List<Future<Share>> others = visits(gathering, 2 * Gathering.MOST_TOGETHER + 5);
        busy.countDown();

        for (Future<Share> other : others) {
            other.get(5, SECONDS);
        }
        assertThat(groups).containsExactly(Gathering.MOST_TOGETHER, Gathering.MOST_TOGETHER, 5);
    }

    @Test
    void after_a_group_the_next_one_waits_a_moment_for_those_who_were_served() throws Exception {
        Gathering gathering = new Gathering(this::place, LONG);
        served(gathering);
        List<Future<Share>> others = visits(gathering, 4);
        busy.countDown();
        for (Future<Share> other : others) {
            other.get(5, SECONDS);
        }

        long start = System.nanoTime();
        assertThat(gathering.<Share>visit(wish(LONG), share -> share)).isEqualTo(Share.ALONE);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(3));
    }

    @Test
    void a_group_that_takes_long_holds_nobody() throws Exception {
        gate = new CountDownLatch(1);
        Gathering gathering = new Gathering(this::place, Duration.ofSeconds(1));
        served(gathering);
        List<Future<Share>> slow = visits(gathering, 2);
        busy.countDown();
        await(() -> !groups.isEmpty());

        assertThat(visit(gathering, wish(LONG)).get(5, SECONDS)).isEqualTo(Share.ALONE);
        assertThat(slow).noneMatch(Future::isDone);
    }

    @Test
    void what_the_work_leaves_open_is_unknown_and_the_next_group_comes() throws Exception {
        Gathering broken = new Gathering(
                members -> {
                    throw new IllegalStateException("broken");
                },
                LONG);
        served(broken);
        List<Future<Share>> others = visits(broken, 4);
        busy.countDown();

        assertThat(others.get(0)).failsWithin(5, SECONDS).withThrowableThat().withMessageContaining("broken");
        for (Future<Share> other : others.subList(1, 4)) {
            assertThat(error(other)).isEqualTo(ErrorCode.TIMEOUT);
        }
        assertThat(broken.<Share>visit(wish(LONG), share -> share)).isEqualTo(Share.ALONE);
    }

    @Test
    void who_cannot_wait_any_longer_is_told_what_is_known() throws Exception {
        gate = new CountDownLatch(1);
        Gathering gathering = new Gathering(this::place, LONG);
        served(gathering);
        // Its turn does not come.
        assertThat(error(visit(gathering, wish(Duration.ofMillis(50))))).isEqualTo(ErrorCode.UNAVAILABLE);
        Future<Share> leader = visits(gathering, 1).get(0);
        Future<Share> impatient = visit(gathering, wish(Duration.ofSeconds(2)));
        await(() -> waiting() == 2);
        busy.countDown();

        // It is being served.
        assertThat(error(impatient)).isEqualTo(ErrorCode.TIMEOUT);
        gate.countDown();
        assertThat(leader.get(5, SECONDS)).isInstanceOf(Share.Placed.class);
    }

    private void place(List<Member> members) {
        groups.add(members.size());
        pass(gate);
        members.forEach(member -> member.answer(new Share.Placed(null, Ending.VISIBLE)));
    }

    /** Somebody who came alone and is served until {@link #busy} is open. */
    private Future<Share> served(Gathering gathering) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Future<Share> visit = start(() -> gathering.<Share>visit(wish(LONG), share -> {
            begun.countDown();
            pass(busy);
            return share;
        }));
        begun.await();
        return visit;
    }

    /** So many who wait, in the order in which they came. */
    private List<Future<Share>> visits(Gathering gathering, int number) throws InterruptedException {
        List<Future<Share>> visits = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            int all = i;
            visits.add(visit(gathering, wish(LONG)));
            await(() -> waiting() == all);
        }
        return visits;
    }

    private Future<Share> visit(Gathering gathering, Wish wish) {
        return start(() -> gathering.<Share>visit(wish, share -> share));
    }

    private Future<Share> start(Callable<Share> visit) {
        FutureTask<Share> task = new FutureTask<>(visit);
        Thread visitor = new Thread(task);
        visitors.add(visitor);
        visitor.start();
        return task;
    }

    private long waiting() {
        return visitors.stream()
                .filter(visitor -> visitor.getState() == Thread.State.TIMED_WAITING)
                .count();
    }

    private static ErrorCode error(Future<Share> visit) throws Exception {
        return ((BusinessException) ((Share.Refused) visit.get(5, SECONDS)).reason()).error();
    }

    private static Wish wish(Duration patience) {
        PlaceOrderCommand command = new PlaceOrderCommand(1, "k", List.of(), false, 1L, null, null);
        return new Wish(command, "", System.nanoTime() + patience.toNanos());
    }

    private static void pass(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 5_000 && !condition.getAsBoolean(); i++) {
            Thread.sleep(1);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
