package org.gomall.user.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final PasswordHasher hasher = new PasswordHasher(meters);

    @Test
    void hashes_with_argon2id_and_a_salt_each() {
        String hash = hasher.hash("correct horse");

        assertThat(hash).startsWith("$argon2id$v=19$m=12288,t=3,p=1$").doesNotContain("correct");
        assertThat(hasher.hash("correct horse")).isNotEqualTo(hash);
        assertThat(hasher.matches("correct horse", hash)).isTrue();
        assertThat(hasher.matches("correct horsE", hash)).isFalse();
    }

    @Test
    void the_whole_password_counts() {
        String hash = hasher.hash("密".repeat(127) + "a");

        assertThat(hasher.matches("密".repeat(127) + "b", hash)).isFalse();
    }

    @Test
    void an_account_that_does_not_exist_costs_the_same_computation() {
        hasher.matchesNobody("anything");

        assertThat(meters.get("gomall.password.hash").timer().count()).isEqualTo(1);
        assertThat(hasher.matchesNobody("anything")).isFalse();
    }
}
