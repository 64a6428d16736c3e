package org.gomall.web.ops.services;

/** Figures that are no more exact than they look. */
final class Rounded {

    private static final double TWO_DIGITS = 100;

    private Rounded() {}

    /** Milliseconds of a percentile, which is counted in steps of a fifth: two digits, for example 520 for 524. */
    static long millis(double millis) {
        double unit = 1;
        while (millis / unit >= TWO_DIGITS) {
            unit *= 10;
        }
        return Math.round(millis / unit) * (long) unit;
    }
}
