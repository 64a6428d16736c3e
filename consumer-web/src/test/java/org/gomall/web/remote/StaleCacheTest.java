package org.gomall.web.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class StaleCacheTest {

    private final SetClock clock = new SetClock();
    private final AtomicInteger asked = new AtomicInteger();
    private Supplier<String> source = () -> "v" + asked.get();

    private final StaleCache<String, String> cache =
            new StaleCache<>("test", clock, 10, Duration.ofSeconds(2), Duration.ofSeconds(60), key -> {
                asked.incrementAndGet();
                return source.get();
            });

    @Test
    void asks_once_while_fresh_and_again_later() {
        assertThat(cache.get("a")).isEqualTo("v1");
        assertThat(cache.get("a")).isEqualTo("v1");
        clock.advance(Duration.ofSeconds(3));
        assertThat(cache.get("a")).isEqualTo("v2");
    }

    @Test
    void keeps_what_has_not_changed_for_longer_as_long_as_changes_are_told() {
        AtomicBoolean told = new AtomicBoolean(true);
        cache.keptWhile(Duration.ofSeconds(30), told::get);
        cache.get("a");
        clock.advance(Duration.ofSeconds(20));
        assertThat(cache.get("a")).isEqualTo("v1");

        cache.forget("a");
        assertThat(cache.get("a")).as("it has changed").isEqualTo("v2");
        clock.advance(Duration.ofSeconds(3));
        told.set(false);
        assertThat(cache.get("a")).as("it may have changed").isEqualTo("v3");
        told.set(true);
        clock.advance(Duration.ofSeconds(31));
        assertThat(cache.get("a")).as("nobody tells everything").isEqualTo("v4");
    }

    @Test
    void asks_for_what_has_aged_and_has_it_still_while_the_source_is_away() {
        cache.get("a");
        cache.age();
        assertThat(cache.get("a")).isEqualTo("v2");
        source = StaleCacheTest::away;
        cache.age();
        assertThat(cache.get("a")).isEqualTo("v2");
        assertThat(asked).hasValue(3);
    }

    @Test
    void takes_values_along_that_will_be_asked_for_soon() {
        assertThat(cache.takingAlong("a")).as("nobody wants it").isEmpty();
        cache.get("a");
        assertThat(cache.takingAlong("a")).as("it is fresh").isEmpty();
        clock.advance(Duration.ofMillis(1_900));
        Consumer<String> taker = cache.takingAlong("a").orElseThrow();
        assertThat(cache.takingAlong("a")).as("somebody else brings it").isEmpty();

        taker.accept("brought");
        clock.advance(Duration.ofMillis(500));
        assertThat(cache.get("a")).isEqualTo("brought");
        assertThat(asked).hasValue(1);
    }

    @Test
    void does_not_take_along_what_was_forgotten_meanwhile() {
        cache.get("a");
        clock.advance(Duration.ofSeconds(3));
        Consumer<String> taker = cache.takingAlong("a").orElseThrow();
        cache.forget("a");
        taker.accept("from before");
        assertThat(cache.get("a")).isEqualTo("v2");
    }

    @Test
    void tells_since_when_a_value_is_outdated_until_there_is_a_newer_one() {
        Instant made = clock.instant();
        cache.get("a");
        assertThat(cache.outdatedSince("a")).isEmpty();
        source = StaleCacheTest::away;
        clock.advance(Duration.ofSeconds(3));
        cache.get("a");
        assertThat(cache.outdatedSince("a")).contains(made);
        assertThat(cache.outdatedSince("b")).isEmpty();

        source = () -> "back";
        clock.advance(Duration.ofSeconds(3));
        cache.get("a");
        assertThat(cache.outdatedSince("a")).isEmpty();
    }

    @Test
    void serves_old_values_while_the_source_is_away_and_asks_once_in_two_seconds_for_all_of_them() {
        cache.get("a");
        cache.get("b");
        source = StaleCacheTest::away;
        clock.advance(Duration.ofSeconds(3));
        for (int i = 0; i < 10; i++) {
            assertThat(cache.get("a")).isEqualTo("v1");
            assertThat(cache.get("b")).isEqualTo("v2");
        }
        assertThat(asked).hasValue(3);
        clock.advance(Duration.ofMillis(2_100));
        assertThat(cache.get("b")).isEqualTo("v2");
        assertThat(cache.get("a")).isEqualTo("v1");
        assertThat(asked).hasValue(4);

        source = () -> "back";
        clock.advance(Duration.ofMillis(2_100));
        assertThat(cache.get("a")).isEqualTo("back");
        assertThat(cache.get("b")).isEqualTo("back");
    }

    @Test
    void gives_up_on_a_value_that_is_too_old_and_spares_a_source_that_is_away() {
        cache.get("a");
        source = StaleCacheTest::away;
        clock.advance(Duration.ofSeconds(61));
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> cache.get("a")).isInstanceOf(BusinessException.class);
        }
        assertThat(asked).hasValue(2);
    }

    @Test
    void asks_again_for_a_newer_version_and_never_serves_an_older_one() {
        assertThat(cache.get("a", 5)).isEqualTo("v1");
        assertThat(cache.get("a", 5)).isEqualTo("v1");
        assertThat(cache.get("a", 6)).isEqualTo("v2");
        assertThat(cache.get("a", 5)).as("newer is fine").isEqualTo("v2");

        source = StaleCacheTest::away;
        clock.advance(Duration.ofSeconds(3));
        assertThat(cache.get("a", 6)).as("nothing has changed").isEqualTo("v2");
        assertThatThrownBy(() -> cache.get("a", 7)).hasMessage(ErrorCode.UNAVAILABLE.defaultMessage());
    }

    @Test
    void forgets_what_the_source_says_does_not_exist() {
        cache.get("a");
        source = () -> {
            throw new BusinessException(ErrorCode.NOT_FOUND);
        };
        clock.advance(Duration.ofSeconds(3));
        assertThatThrownBy(() -> cache.get("a")).hasMessage(ErrorCode.NOT_FOUND.defaultMessage());
        source = StaleCacheTest::away;
        assertThatThrownBy(() -> cache.get("a")).hasMessage(ErrorCode.UNAVAILABLE.defaultMessage());
    }

    @Test
    void lets_one_of_many_callers_fetch() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        source = () -> after(slow, "slow");
        ExecutorService pool = Executors.newFixedThreadPool(20);
        try {
            List<Future<String>> callers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                callers.add(pool.submit(() -> cache.get("a")));
            }
            slow.countDown();
            for (Future<String> caller : callers) {
                assertThat(caller.get()).isEqualTo("slow");
            }
            assertThat(asked).hasValue(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void a_slow_source_costs_a_caller_a_quarter_of_a_second_and_is_not_asked_twice() throws InterruptedException {
        cache.get("a");
        CountDownLatch slow = new CountDownLatch(1);
        source = () -> after(slow, "new");
        clock.advance(Duration.ofSeconds(3));

        long begun = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            assertThat(cache.get("a")).isEqualTo("v1");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        assertThat(asked).hasValue(2);

        slow.countDown();
        while (!cache.get("a").equals("new")) {
            Thread.sleep(10);
        }
        assertThat(asked).hasValue(2);
    }

    @Test
    void a_slow_source_is_asked_for_nothing_else_for_a_second_or_until_it_answers() throws InterruptedException {
        cache.get("a");
        cache.get("b");
        CountDownLatch slow = new CountDownLatch(1);
        source = () -> after(slow, "new");
        clock.advance(Duration.ofSeconds(3));

        assertThat(cache.get("a")).isEqualTo("v1");
        assertThat(cache.get("b")).isEqualTo("v2");
        assertThat(asked).as("only a was asked for").hasValue(3);
        clock.advance(Duration.ofMillis(1_100));
        assertThat(cache.get("b")).isEqualTo("v2");
        assertThat(asked).hasValue(4);

        slow.countDown();
        while (!cache.get("a").equals("new") || !cache.get("b").equals("new")) {
            Thread.sleep(10);
        }
        assertThat(asked).hasValue(4);
    }

    @Test
    @Timeout(5)
    void nobody_waits_for_a_source_that_hangs_and_its_answer_is_there_for_the_next() throws InterruptedException {
        CountDownLatch hangs = new CountDownLatch(1);
        source = () -> after(hangs, "late");

        assertThatThrownBy(() -> cache.get("a"))
                .isInstanceOfSatisfying(
                        BusinessException.class, e -> assertThat(e.error()).isEqualTo(ErrorCode.UNAVAILABLE));
        hangs.countDown();

        assertThat(cache.get("a")).isEqualTo("late");
        assertThat(asked).hasValue(1);
    }

    @Test
    void what_can_be_done_without_is_not_waited_for() {
        StaleCache<String, String> optional = new StaleCache<>(
                "optional",
                clock,
                10,
                Duration.ofSeconds(2),
                Duration.ofSeconds(60),
                Duration.ofMillis(50),
                key -> after(new CountDownLatch(1), "late"));

        assertThatThrownBy(() -> optional.get("a")).hasMessage(ErrorCode.UNAVAILABLE.defaultMessage());
    }

    private static String after(CountDownLatch event, String value) {
        try {
            event.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return value;
    }

    private static String away() {
        throw new BusinessException(ErrorCode.UNAVAILABLE);
    }

    private static final class SetClock extends Clock {
        private Instant now = Instant.parse("2026-11-21T00:00:00Z");

        void advance(Duration step) {
            now = now.plus(step);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
