package org.gomall.bench.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WarmUpTest {

    private final WarmUp warmUp = new WarmUp(3, 0.05);

    private boolean after(double... windows) {
        for (double window : windows) {
            warmUp.add(window);
        }
        return warmUp.isDone();
    }

    @Test
    void is_done_when_the_last_three_windows_agree() {
        assertThat(after(100, 500, 900)).isFalse();
        assertThat(after(1_000)).isFalse();
        assertThat(after(1_010)).isFalse();
        assertThat(after(1_040)).isTrue();
    }

    @Test
    void two_windows_are_not_enough_however_well_they_agree() {
        assertThat(after(100, 100)).isFalse();
    }

    @Test
    void a_slow_one_among_them_begins_it_anew() {
        assertThat(after(1_000, 1_000, 1_000)).isTrue();
        assertThat(after(900)).isFalse();
    }

    @Test
    void who_is_disturbed_is_warm_when_it_gets_no_faster() {
        assertThat(after(100, 300, 200, 500, 400, 700)).isFalse();
        assertThat(after(900, 700, 1_000, 800, 900, 1_100)).isFalse();
        assertThat(after(800, 1_000, 700, 900, 1_100)).isFalse();
        assertThat(after(900)).isTrue();
    }

    @Test
    void three_windows_without_anything_done_agree_on_nothing() {
        assertThat(after(0, 0, 0)).isFalse();
    }
}
