package org.gomall.bench.report;

import java.util.List;

/**
 * How something changes with the load.
 *
 * @param axis what x is
 */
public record Curve(String title, String axis, List<Line> lines) {

    /** One of several things that are compared. */
    public record Line(String name, List<Point> points) {}

    /**
     * One measurement.
     *
     * @param x clients at once, or share of the capacity in percent
     * @param median of the latencies, in milliseconds
     * @param p99 below which 99 of 100 are, in milliseconds
     * @param failedShare of what was tried
     */
    public record Point(double x, double perSecond, double median, double p99, double failedShare) {}
}
