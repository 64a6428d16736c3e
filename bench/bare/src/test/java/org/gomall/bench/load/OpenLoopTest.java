package org.gomall.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** With a clock of its own: nothing here waits. */
class OpenLoopTest {

    private static final long MILLISECOND = 1_000_000;

    private final FakeTime time = new FakeTime();
    private final Tally tally = new Tally();
    private int sent;

    private static final class FakeTime implements OpenLoop.Time {

        private long now;

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public void sleepUntil(long nanos) {
            now = Math.max(now, nanos);
        }

        void pass(long millis) {
            now += millis * MILLISECOND;
        }
    }

    @Test
    void sends_a_request_at_each_of_its_times() {
        new OpenLoop(100, Duration.ofMillis(200), time).work(() -> sent++, tally, 0);

        assertThat(sent).isEqualTo(20);
        assertThat(time.now).isEqualTo(190 * MILLISECOND);
    }

    @Test
    void a_stall_makes_those_late_who_should_have_asked_meanwhile() {
        // 100 a second; the first answer takes 100 ms, all others 1 ms.
        new OpenLoop(100, Duration.ofMillis(200), time).work(() -> time.pass(sent++ == 0 ? 100 : 1), tally, 0);

        Slice slice = tally.slice(Duration.ofMillis(200));
        assertThat(slice.done()).isEqualTo(20);
        assertThat(slice.millisAt(100)).isBetween(99.0, 101.0);
        // Whoever measures from the sending would see 1 ms for nineteen of twenty.
        assertThat(slice.millisAt(50)).isBetween(1.0, 20.0);
        assertThat(slice.millisAt(75)).isGreaterThan(40);
    }

    @Test
    void failures_are_counted_and_have_no_latency() {
        new OpenLoop(100, Duration.ofMillis(40), time)
                .work(
                        () -> {
                            sent++;
                            throw new IOException("refused");
                        },
                        tally,
                        0);

        Slice slice = tally.slice(Duration.ofMillis(40));
        assertThat(slice.done()).isZero();
        assertThat(slice.failed()).isEqualTo(4);
        assertThat(slice.failure()).contains("refused");
        assertThat(slice.latencies().getTotalCount()).isZero();
    }
}
