package org.gomall.bench.stats;

import java.util.Arrays;
import java.util.List;

/** Some figures as their median, and the lowest and highest of them. */
public record Spread(double median, double lowest, double highest) {

    /**
     * The spread of at least one figure.
     *
     * @throws IllegalArgumentException for none
     */
    public static Spread of(List<Double> figures) {
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("no figures");
        }
        double[] sorted =
                figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Spread(median(sorted), sorted[0], sorted[sorted.length - 1]);
    }

    /** How far highest and lowest are from each other, as a share of the median. */
    public double width() {
        return median == 0 ? 0 : (highest - lowest) / median;
    }

    /** The middle one, or between the two in the middle. */
    public static double median(double... figures) {
        double[] sorted = Arrays.stream(figures).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
