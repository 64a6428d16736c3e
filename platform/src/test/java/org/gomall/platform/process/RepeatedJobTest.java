package org.gomall.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.gomall.platform.tracing.TraceId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RepeatedJobTest {

    private final AtomicInteger runs = new AtomicInteger();
    private final Set<String> traceIds = ConcurrentHashMap.newKeySet();
    private RepeatedJob job;

    @AfterEach
    void stop() {
        job.stop();
    }

    @Test
    void it_goes_on_after_a_failure_each_time_under_a_trace_id_of_its_own() {
        job = started(() -> Duration.ofMillis(5), () -> {
            traceIds.add(TraceId.current());
            if (runs.incrementAndGet() % 2 == 1) {
                throw new IllegalStateException("not now");
            }
        });

        await().until(() -> runs.get() >= 4);
        assertThat(traceIds).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void a_pause_that_gets_shorter_holds_at_once() {
        AtomicReference<Duration> pause = new AtomicReference<>(Duration.ofHours(1));
        job = started(pause::get, runs::incrementAndGet);

        pause.set(Duration.ofMillis(5));

        await().atMost(Duration.ofSeconds(5)).until(() -> runs.get() >= 1);
    }

    @Test
    void the_first_time_is_after_a_pause_unless_it_begins_at_once() throws InterruptedException {
        AtomicInteger later = new AtomicInteger();
        job = RepeatedJob.atOnce("test-job-at-once", () -> Duration.ofHours(1), runs::incrementAndGet);
        RepeatedJob patient = started(() -> Duration.ofHours(1), later::incrementAndGet);

        job.start();
        await().atMost(Duration.ofSeconds(5)).until(() -> runs.get() == 1);
        Thread.sleep(50);
        patient.stop();

        assertThat(runs).hasValue(1);
        assertThat(later).hasValue(0);
    }

    @Test
    void it_ends_when_it_is_stopped_and_can_start_again() throws InterruptedException {
        job = started(() -> Duration.ofMillis(1), runs::incrementAndGet);
        await().until(() -> runs.get() >= 1);

        job.stop();
        int then = runs.get();
        Thread.sleep(50);
        assertThat(job.isRunning()).isFalse();
        assertThat(runs).hasValue(then);

        job.start();
        await().until(() -> runs.get() > then);
    }

    private static RepeatedJob started(Supplier<Duration> pause, Runnable work) {
        RepeatedJob job = new RepeatedJob("test-job", pause, work);
        job.start();
        return job;
    }
}
