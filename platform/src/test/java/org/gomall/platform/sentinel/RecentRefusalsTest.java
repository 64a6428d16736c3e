package org.gomall.platform.sentinel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.gomall.platform.sentinel.RecentRefusals.Refused;
import org.junit.jupiter.api.Test;

class RecentRefusalsTest {

    private long now = 7_000_000_000L;
    private final RecentRefusals refusals = new RecentRefusals(() -> now);

    @Test
    void they_are_counted_by_resource_and_kind_of_rule() {
        refusals.add("/cart", "flow", 2);
        refusals.add("/cart", "param", 1);
        pass(Duration.ofSeconds(40));
        refusals.add("/cart", "flow", 1);
        pass(Duration.ofSeconds(5));

        assertThat(refusals.of("/cart")).containsExactly(new Refused("flow", 3, 5), new Refused("param", 1, 45));
        assertThat(refusals.of("/else")).isEmpty();
    }

    @Test
    void what_is_older_than_ten_minutes_is_forgotten_bit_by_bit() {
        refusals.add("/cart", "flow", 5);
        pass(Duration.ofMinutes(6));
        refusals.add("/cart", "flow", 7);
        assertThat(refusals.of("/cart")).containsExactly(new Refused("flow", 12, 0));

        pass(Duration.ofMinutes(5));
        assertThat(refusals.of("/cart")).containsExactly(new Refused("flow", 7, 300));

        pass(Duration.ofHours(3));
        assertThat(refusals.of("/cart")).isEmpty();
        refusals.add("/cart", "flow", 1);
        assertThat(refusals.of("/cart")).containsExactly(new Refused("flow", 1, 0));
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
