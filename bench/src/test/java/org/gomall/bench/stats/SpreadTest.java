package org.gomall.bench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void the_median_is_the_middle_one_or_between_the_two_in_the_middle() {
        assertThat(Spread.of(List.of(9.0, 1.0, 2.0))).isEqualTo(new Spread(2, 1, 9));
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 100.0))).isEqualTo(new Spread(3, 1, 100));
        assertThat(Spread.median(7)).isEqualTo(7);
    }

    @Test
    void one_wild_round_does_not_move_it() {
        assertThat(Spread.of(List.of(0.5, 0.51, 0.49, 0.5, 9.0)).median()).isEqualTo(0.5);
    }

    @Test
    void the_width_is_a_share_of_the_median() {
        assertThat(new Spread(10, 9, 11).width()).isEqualTo(0.2);
        assertThat(new Spread(0, 0, 0).width()).isZero();
    }

    @Test
    void nothing_has_no_median() {
        assertThatThrownBy(() -> Spread.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
