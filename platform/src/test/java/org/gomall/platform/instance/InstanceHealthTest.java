package org.gomall.platform.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class InstanceHealthTest {

    private static final String ADDRESS = "127.0.0.1:20883";

    private long now;
    private final InstanceHealth health = new InstanceHealth(() -> now);

    @Test
    void three_silences_in_a_row_take_an_instance_out() {
        health.silent(ADDRESS);
        health.silent(ADDRESS);
        health.well(ADDRESS);
        health.silent(ADDRESS);
        health.silent(ADDRESS);
        assertThat(health.isOut(ADDRESS)).isFalse();

        health.silent(ADDRESS);
        assertThat(health.isOut(ADDRESS)).isTrue();
        assertThat(health.isOut("127.0.0.1:20983")).isFalse();
    }

    @Test
    void one_read_every_three_seconds_finds_out_whether_it_is_well_again() {
        takeOut();
        assertThat(health.isDue(ADDRESS, true)).isFalse();

        pass(Duration.ofSeconds(3));
        assertThat(health.isDue(ADDRESS, false)).isFalse();
        assertThat(health.isDue(ADDRESS, true)).isTrue();
        assertThat(health.isDue(ADDRESS, true)).isFalse();

        health.well(ADDRESS);
        assertThat(health.isOut(ADDRESS)).isFalse();
    }

    @Test
    void a_write_finds_out_only_after_a_long_time() {
        takeOut();
        pass(Duration.ofSeconds(20));

        assertThat(health.isDue(ADDRESS, false)).isTrue();
        assertThat(health.isDue(ADDRESS, false)).isFalse();
    }

    @Test
    void faults_count_as_well_but_more_of_them_are_needed() {
        for (int i = 0; i < 9; i++) {
            health.faulty(ADDRESS);
        }
        assertThat(health.isOut(ADDRESS)).isFalse();

        health.faulty(ADDRESS);
        assertThat(health.isOut(ADDRESS)).isTrue();
    }

    private void takeOut() {
        for (int i = 0; i < 3; i++) {
            health.silent(ADDRESS);
        }
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
