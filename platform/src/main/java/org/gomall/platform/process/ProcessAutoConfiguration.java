package org.gomall.platform.process;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** What every process has, whatever it does. */
@AutoConfiguration
public class ProcessAutoConfiguration {

    private static final Profiles PLAYGROUND = Profiles.of("demo | test-control");

    /** The one source of time. */
    @Bean
    @ConditionalOnMissingBean(Clock.class)
    SharedClock clock(Environment environment) {
        return new SharedClock(machine(environment));
    }

    @Bean
    @ConditionalOnBean(SharedClock.class)
    ClockHealth clockHealthIndicator(SharedClock clock) {
        return new ClockHealth(clock);
    }

    @Bean
    @ConditionalOnBean(SharedClock.class)
    MeterBinder clockMeters(SharedClock clock) {
        return registry -> Gauge.builder(
                        "gomall.clock.machine.ahead",
                        clock,
                        it -> it.machineAhead().toMillis() / 1_000.0)
                .baseUnit("seconds")
                .description("how far the clock of this machine is ahead of the shared time")
                .register(registry);
    }

    /** {@code gomall.clock.offset} plays a machine whose clock is wrong; never in production. */
    private static Clock machine(Environment environment) {
        String offset = environment.getProperty("gomall.clock.offset", "");
        return offset.isBlank() || !environment.acceptsProfiles(PLAYGROUND)
                ? Clock.systemUTC()
                : Clock.offset(Clock.systemUTC(), offset(offset));
    }

    private static Duration offset(String text) {
        return DurationStyle.detectAndParse(text.strip());
    }
}
