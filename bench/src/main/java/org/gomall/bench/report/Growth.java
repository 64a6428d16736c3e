package org.gomall.bench.report;

import java.util.List;
import java.util.Map;

/**
 * What requests cost while the mall grows.
 *
 * @param sizes what the mall held, in words, in the order in which it grew
 */
public record Growth(List<String> sizes, List<Line> lines) {

    /**
     * One request over all sizes.
     *
     * @param group lines of one group are shown together
     * @param costs one for each size
     */
    public record Line(String group, String name, List<Cost> costs) {}

    /**
     * What a request costs at one size.
     *
     * @param median of the latencies, in milliseconds
     * @param p95 below which 95 of 100 are, in milliseconds
     * @param rows and index entries that the database has read for it
     * @param cpuMillis by process
     * @param failedShare of what was tried
     */
    public record Cost(double median, double p95, double rows, Map<String, Double> cpuMillis, double failedShare) {

        /** Of all processes. */
        public double cpu() {
            return cpuMillis.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }
}
