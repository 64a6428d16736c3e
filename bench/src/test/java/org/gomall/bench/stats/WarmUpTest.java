package org.gomall.bench.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WarmUpTest {

    private final WarmUp warmUp = new WarmUp(3, 0.03);

    private boolean after(double... windows) {
        for (double window : windows) {
            warmUp.add(window);
        }
        return warmUp.isDone();
    }

    @Test
    void is_done_when_it_gets_no_faster() {
        assertThat(after(100, 500, 900, 1_000, 1_010, 1_040)).isFalse();
        assertThat(after(1_030)).isFalse();
        assertThat(after(1_020)).isTrue();
    }

    @Test
    void windows_that_agree_are_not_enough() {
        assertThat(after(29, 37, 43, 43, 44)).isFalse();
        assertThat(after(45)).isFalse();
    }

    @Test
    void who_is_disturbed_is_warm_all_the_same() {
        assertThat(after(900, 700, 1_000, 800, 1_100, 850)).isTrue();
    }

    @Test
    void windows_without_anything_done_are_not_warm() {
        assertThat(after(0, 0, 0, 0, 0, 0)).isFalse();
    }
}
