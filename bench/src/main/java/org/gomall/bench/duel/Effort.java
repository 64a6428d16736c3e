package org.gomall.bench.duel;

import java.time.Duration;

/**
 * How much time a measurement takes.
 *
 * @param slice how long one side works before it is the other's turn
 * @param rounds of four slices each
 * @param window the windows of the warm-up
 * @param stretch how many of them may be no faster than as many before
 * @param tolerance by which share they may be faster all the same
 * @param most windows at the most; after these it is measured all the same, and the report says so
 * @param first how long orders are placed before their warm-up even begins: ten JVMs are compiled on the cores that they work on, for
 *     minutes, and slowly enough to look steady meanwhile
 * @param point how long one point of a curve takes
 * @param orders that are taken apart
 */
public record Effort(
        Duration slice,
        int rounds,
        Duration window,
        int stretch,
        double tolerance,
        int most,
        Duration first,
        Duration point,
        int orders) {

    /** Whether its figures are noise. */
    public boolean isTry() {
        return orders < 100;
    }

    /** For figures that count. */
    public static Effort full() {
        return new Effort(
                Duration.ofSeconds(5),
                5,
                Duration.ofSeconds(3),
                8,
                0.03,
                80,
                Duration.ofMinutes(3),
                Duration.ofSeconds(4),
                200);
    }

    /** To see that everything works; its figures are noise. */
    public static Effort quick() {
        return new Effort(
                Duration.ofSeconds(1),
                2,
                Duration.ofSeconds(1),
                2,
                0.25,
                4,
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                20);
    }
}
