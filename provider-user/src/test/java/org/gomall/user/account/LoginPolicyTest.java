package org.gomall.user.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LoginPolicyTest {

    private static final LoginPolicy POLICY = new LoginPolicy(5, Duration.ofSeconds(5), Duration.ofMinutes(15));

    @Test
    void a_few_failures_are_free_then_waits_double_up_to_the_longest() {
        assertThat(LongStream.rangeClosed(1, 14).map(n -> POLICY.waitAfter(n).toSeconds()))
                .containsExactly(0L, 0L, 0L, 0L, 5L, 10L, 20L, 40L, 80L, 160L, 320L, 640L, 900L, 900L);
    }

    @Test
    void no_number_of_failures_is_too_large() {
        assertThat(POLICY.waitAfter(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void a_senseless_limit_counts_as_one() {
        assertThat(new LoginPolicy(-3, Duration.ofSeconds(5), Duration.ofMinutes(15)).waitAfter(1))
                .isEqualTo(Duration.ofSeconds(5));
    }
}
