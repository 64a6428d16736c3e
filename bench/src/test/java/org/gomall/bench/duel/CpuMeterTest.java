package org.gomall.bench.duel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.gomall.bench.load.Slice;
import org.junit.jupiter.api.Test;

class CpuMeterTest {

    @Test
    void processors_that_wait_are_not_busy() {
        String stat = "cpu  1000 50 300 99999 777 10 40 0 0 0\ncpu0 1 2 3 4\n";

        assertThat(CpuMeter.busy(stat)).isCloseTo(14.0, within(1e-9));
    }

    @Test
    void what_others_use_is_what_is_left_over() {
        CpuMeter.Reading before = new CpuMeter.Reading(Map.of("web", 10.0, "old", 3.0), 100);
        CpuMeter.Reading after = new CpuMeter.Reading(Map.of("web", 12.0, "new", 9.0), 105);

        CpuMeter.Usage usage = after.since(before);

        assertThat(usage.seconds()).containsOnly(Map.entry("web", 2.0));
        assertThat(usage.others()).isCloseTo(3.0, within(1e-9));
        assertThat(usage.plus(usage).others()).isCloseTo(6.0, within(1e-9));
        assertThat(new CpuMeter.Usage(Map.of("web", 2.0), -1).others()).isZero();
    }

    @Test
    void sees_its_own_process() {
        CpuMeter meter = new CpuMeter(() -> Map.of("me", ProcessHandle.current().pid()));

        assertThat(meter.read().seconds().get("me")).isPositive();
    }

    @Test
    void the_cost_of_a_request_is_shared_out_by_process() {
        Slice slice = new Slice(1_000, 0, Duration.ofSeconds(10), new Histogram(1_000L, 2), "");
        Work work = new Work(slice, new CpuMeter.Usage(Map.of("web", 2.0, "db", 5.0, "idle", 0.01), 15));

        assertThat(work.millisEach()).containsExactly(Map.entry("db", 5.0), Map.entry("web", 2.0));
        assertThat(work.totalMillisEach()).isCloseTo(7.01, within(1e-9));
        assertThat(work.coresOfOthers()).isCloseTo(0.799, within(1e-9));
        assertThat(work.failedShare()).isZero();
    }
}
