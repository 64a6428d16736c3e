package org.gomall.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class SliceTest {

    private static Slice slice(long done, long seconds, long... millis) {
        Histogram latencies = Slice.histogram();
        for (long one : millis) {
            Slice.record(latencies, one * 1_000_000);
        }
        return new Slice(done, 1, Duration.ofSeconds(seconds), latencies, "no | such thing");
    }

    @Test
    void survives_being_a_line() {
        Slice slice = slice(3, 2, 1, 5, 9);

        Slice read = Slice.parse(slice.line());

        assertThat(read).isEqualTo(slice);
        assertThat(read.perSecond()).isEqualTo(1.5);
        assertThat(read.millisAt(50)).isBetween(4.99, 5.01);
        assertThatThrownBy(() -> Slice.parse("hello")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void two_slices_are_as_one_of_their_whole_length() {
        Slice sum = slice(10, 1, 1).plus(slice(30, 3, 100));

        assertThat(sum.perSecond()).isEqualTo(10);
        assertThat(sum.failed()).isEqualTo(2);
        assertThat(sum.millisAt(100)).isBetween(99.9, 100.1);
    }

    @Test
    void what_takes_longer_than_a_minute_counts_as_a_minute() {
        assertThat(slice(1, 1, 200_000).millisAt(100)).isBetween(59_900.0, 60_100.0);
    }
}
