package org.gomall.bench.report;

import java.util.Map;

/**
 * What one order costs, everything counted that happens because of it: the request, the second phase and the events behind it.
 *
 * @param orders that were taken apart, one after the other
 * @param median of their latencies, in milliseconds
 * @param statements of SQL by kind
 * @param calls over Dubbo by method
 * @param coordinator messages to and from the transaction coordinator by kind
 * @param cpuMillis by process
 */
public record Anatomy(
        int orders,
        double median,
        Map<String, Double> statements,
        Map<String, Double> calls,
        Map<String, Double> coordinator,
        Map<String, Double> cpuMillis) {}
