package org.gomall.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SharedClockTest {

    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final MachineClock machine = new MachineClock();
    private final SharedClock clock = new SharedClock(machine);

    @Test
    void goes_on_when_somebody_sets_the_clock_of_the_machine() {
        machine.ahead = Duration.ofHours(1);
        assertClose(clock.instant(), Instant.now());
        machine.ahead = Duration.ofMinutes(-5);
        assertClose(clock.instant(), Instant.now());
        assertThat(clock.machineAhead()).isBetween(Duration.ofMinutes(-6), Duration.ofMinutes(-4));
    }

    @Test
    void follows_its_authority_and_then_nobody_else() {
        Instant there = Instant.now().minus(Duration.ofHours(2));

        clock.follow(there, Duration.ZERO, "the database");

        assertClose(clock.instant(), there);
        assertThat(clock.source()).isEqualTo("the database");
        assertThat(clock.learn(Instant.now(), Duration.ZERO, "a peer")).isFalse();
        assertClose(clock.instant(), there);
    }

    @Test
    void learns_from_peers_without_an_authority() {
        Instant there = Instant.now().plus(Duration.ofHours(2));

        assertThat(clock.learn(there, Duration.ofSeconds(2), "a peer")).isTrue();

        assertClose(clock.instant(), there.plusSeconds(1));
    }

    @Test
    void does_not_step_for_what_a_slow_answer_may_explain() {
        Instant before = clock.instant();

        clock.follow(before.minusSeconds(3), Duration.ofSeconds(4), "the database");

        assertThat(clock.instant()).isAfterOrEqualTo(before);
    }

    @Test
    void counts_in_the_steps_of_a_column() {
        assertThat(clock.instant().getNano() % 1_000).isZero();
        assertThat(clock.withZone(ZoneId.of("Asia/Shanghai")).getZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertClose(clock.withZone(ZoneId.of("Asia/Shanghai")).instant(), clock.instant());
    }

    private static void assertClose(Instant actual, Instant expected) {
        assertThat(Duration.between(actual, expected).abs()).isLessThan(CLOSE);
    }

    private static final class MachineClock extends Clock {

        private Duration ahead = Duration.ZERO;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }
    }
}
