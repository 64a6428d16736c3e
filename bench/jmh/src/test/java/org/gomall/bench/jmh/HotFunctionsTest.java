package org.gomall.bench.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is timed has to do what its name says. */
class HotFunctionsTest {

    @Test
    void prices_one_line_and_a_hundred_from_five_shops() {
        PriceCalculation prices = new PriceCalculation();

        assertThat(prices.oneLine().totalCents()).isEqualTo(2 * 1_001 + 800);
        assertThat(prices.hundredLines().shops()).hasSize(5);
    }

    @Test
    void knows_the_steps_of_an_order() {
        OrderStateCheck states = new OrderStateCheck();

        assertThat(states.allowed()).isTrue();
        assertThat(states.refused()).isFalse();
    }
}
