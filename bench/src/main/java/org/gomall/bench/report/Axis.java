package org.gomall.bench.report;

import java.util.Locale;

/** Round figures for the ends of axes. */
final class Axis {

    private static final double[] STEPS = {1, 1.5, 2, 3, 4, 5, 6, 8, 10};

    private Axis() {}

    /** The next round figure that is not below a value; 1 for nothing. */
    static double roundUp(double value) {
        if (value <= 0) {
            return 1;
        }
        double scale = Math.pow(10, Math.floor(Math.log10(value)));
        for (double step : STEPS) {
            if (step * scale >= value * (1 - 1e-9)) {
                return step * scale;
            }
        }
        return 10 * scale;
    }

    static String label(double value) {
        if (value >= 10 || value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        return String.format(Locale.ROOT, value < 1 ? "%.2f" : "%.1f", value);
    }
}
