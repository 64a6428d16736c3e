package org.gomall.e2e.faults;

import java.time.Duration;
import java.util.Optional;

/**
 * What one fault did to a load.
 *
 * @param began when it began, counted from the start of the load
 * @param ended when it began to be put right
 * @param healed when every part was ready again
 * @param during all requests between {@code began} and {@code ended}, at least a few seconds
 * @param browsing those of them that looked at products
 * @param recovery from the beginning of its end until, for three seconds in a row, less than 1 % failed; empty when that
 *     did not happen before the next fault
 * @param note what failed most, and what else was measured
 */
record Episode(
        String fault,
        String row,
        Duration began,
        Duration ended,
        Duration healed,
        Figures during,
        Figures browsing,
        Optional<Duration> recovery,
        String note) {

    /** The same with one more thing that was measured. */
    Episode with(String more) {
        String both = note.isEmpty() ? more : note + "; " + more;
        return new Episode(fault, row, began, ended, healed, during, browsing, recovery, both);
    }
}
