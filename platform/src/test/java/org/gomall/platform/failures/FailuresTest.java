package org.gomall.platform.failures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.gomall.platform.config.LiveSettings;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.mock.env.MockEnvironment;

class FailuresTest {

    private final LiveSettings settings = Mockito.mock(LiveSettings.class);

    @Test
    void nothing_fails_on_purpose_outside_of_demonstrations_and_tests() {
        Mockito.when(settings.number("x", 0)).thenReturn(100L);

        assertThat(in("demo").strikes("x")).isTrue();
        assertThat(in("demo").delay("x")).isEqualTo(Duration.ofMillis(100));
        for (Failures closed : new Failures[] {in(), in("prod"), in("production")}) {
            assertThat(closed.strikes("x")).isFalse();
            assertThat(closed.delay("x")).isZero();
        }
    }

    @Test
    void what_is_off_never_strikes_and_no_delay_is_endless() {
        assertThat(in("demo").strikes("x")).isFalse();
        Mockito.when(settings.number("x", 0)).thenReturn(99_999_999L);
        assertThat(in("demo").delay("x")).isEqualTo(Duration.ofSeconds(10));
        Mockito.when(settings.number("x", 0)).thenReturn(-5L);
        assertThat(in("demo").delay("x")).isZero();
        assertThat(in("demo").strikes("x")).isFalse();
    }

    private Failures in(String... profiles) {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(profiles);
        return new Failures(settings, environment);
    }
}
