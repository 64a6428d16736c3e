package org.gomall.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.gomall.e2e.Mall;
import org.gomall.localstack.LocalSystem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With two instances of a provider, the death of one costs what was under way in it, and a rolling restart costs nothing. */
@Tag("faults")
@Tag("long")
class OneOfTwoTest {

    private static final Mall MALL = Mall.shared();
    private static final LocalSystem SYSTEM = MALL.system();
    private static final Duration UNNOTICED_AFTER = Duration.ofSeconds(5);
    private static final Duration CALM = Duration.ofSeconds(10);
    private static final double ERRORS = 0.01;
    private static final double ROLLING_SUCCESS = 99.9;

    static Stream<String> providers() {
        return Stream.of("provider-order", "provider-stock", "provider-product", "provider-payment", "provider-user");
    }

    @ParameterizedTest
    @MethodSource("providers")
    void one_of_two_may_die_and_both_may_be_restarted_in_turn(String provider) {
        SYSTEM.scale(provider, 2);
        try (Trial trial = Trial.on(MALL)) {
            Episode killed = trial.during(kill(provider + "-2"));
            Figures afterwards = trial.load().figures(killed.began().plus(UNNOTICED_AFTER), killed.ended());
            assertThat(afterwards.errorRatio())
                    .as("errors later than 5 s after the kill: %s; %s", afterwards, killed.note())
                    .isLessThan(ERRORS);

            Figures calm = trial.calm(CALM);
            Episode rolled = trial.during(rollingRestart(provider));
            // What times out on a crowded machine without any restart is not the restart's doing.
            double lostAnyway = 100 - calm.availability();
            assertThat(rolled.during().availability() + lostAnyway)
                    .as("during a rolling restart: %s; %s; before it: %s", rolled.during(), rolled.note(), calm)
                    .isGreaterThanOrEqualTo(ROLLING_SUCCESS);

            FaultReport.add(killed.with(String.format(
                    Locale.ROOT, "%.2f %% available from the fifth second on", afterwards.availability())));
            trial.finish(rolled);
        } finally {
            SYSTEM.scale(provider, 1);
        }
    }

    private static Fault kill(String instance) {
        return new ProcessFault(
                "kill -9 " + instance + ", one of two",
                Rows.ONE_OF_TWO,
                Duration.ofSeconds(15),
                () -> SYSTEM.killAndLeave(instance),
                () -> SYSTEM.start(instance));
    }

    private static Fault rollingRestart(String provider) {
        return new ProcessFault(
                "rolling restart of two " + provider,
                Rows.ROLLING_RESTART,
                Duration.ZERO,
                () -> {
                    SYSTEM.restart(provider);
                    SYSTEM.restart(provider + "-2");
                },
                () -> {});
    }
}
