package org.gomall.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.gomall.e2e.Mall;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A process is frozen for half a minute, which is worse than dead: it keeps its connections and answers nothing. Its
 * callers give up, their threads stay bounded, and what it does when it wakes is no longer believed.
 */
@Tag("faults")
class FrozenProcessTest {

    private static final Mall MALL = Mall.shared();
    private static final Duration FROZEN = Selection.time(10, 30);
    private static final int MOST_THREADS = 400;

    static Stream<String> processes() {
        return Selection.of(
                1,
                List.of(
                        "provider-order",
                        "seata",
                        "provider-stock",
                        "provider-product",
                        "provider-payment",
                        "provider-user",
                        "mariadb",
                        "redis",
                        "nacos",
                        "broker",
                        "namesrv"))
                .stream();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void callers_of_a_frozen_process_give_up_in_time_and_nothing_comes_late(String process) {
        try (Trial trial = Trial.on(MALL)) {
            int[] threads = new int[1];
            Episode episode = trial.during(ProcessFault.frozen(MALL.system(), process, FROZEN), () -> {
                trial.load().run(FROZEN.minusSeconds(2));
                threads[0] = Threads.most(MALL.system());
            });

            Verdicts.answeredInTime(trial.load(), episode);
            assertThat(threads[0]).as("threads of the busiest process").isLessThan(MOST_THREADS);
            Verdicts.browsingGoesOn(trial.load(), episode, 90);
            assertThat(episode.recovery().orElseThrow()).isLessThan(Duration.ofSeconds(60));
            trial.finish(episode.with("at most " + threads[0] + " threads in one process"));
        }
    }
}
