package org.gomall.platform.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecentRequestsTest {

    private long now = 5_000_000_000L;
    private final RecentRequests requests = new RecentRequests(() -> now);

    @Test
    void rate_percentile_and_errors_are_those_of_the_last_ten_seconds() {
        for (int second = 0; second < 10; second++) {
            for (int i = 0; i < 100; i++) {
                requests.add(
                        i == 0 ? Outcome.FAULT : i < 20 ? Outcome.REFUSED : Outcome.OK,
                        i < 90 ? millis(5) : millis(400));
            }
            now += 1_000_000_000L;
        }

        Figures.Requests figures = requests.figures();
        assertThat(figures.qps()).isEqualTo(100);
        assertThat(figures.errorRate()).isEqualTo(0.01);
        assertThat(figures.p95Millis()).isCloseTo(400, within(100.0));

        now += millis(11_000);
        assertThat(requests.figures()).isEqualTo(new Figures.Requests(0, 0, 0));
    }

    @Test
    void a_young_process_counts_the_seconds_it_has() {
        requests.add(Outcome.OK, millis(1));
        requests.add(Outcome.OK, millis(1));
        now += 1_000_000_000L;

        assertThat(requests.figures().qps()).isEqualTo(2);
        assertThat(requests.figures().p95Millis()).isCloseTo(1, within(0.3));
    }

    @Test
    void very_long_and_very_short_requests_are_counted() {
        requests.add(Outcome.OK, 0);
        requests.add(Outcome.OK, Duration.ofHours(1).toNanos());
        now += 1_000_000_000L;

        assertThat(requests.figures().qps()).isEqualTo(2);
    }

    private static long millis(long millis) {
        return millis * 1_000_000;
    }
}
