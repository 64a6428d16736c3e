package org.gomall.web.ops.services;

import java.util.List;

/**
 * What Sentinel counted of one resource over the last ten seconds.
 *
 * @param threads calls under way
 */
public record ResourceFigures(
        String resource, double passQps, double blockQps, double exceptionQps, double avgRtMillis, int threads) {

    /** The same resource in several instances; the average time is weighted by calls. */
    static ResourceFigures sum(String resource, List<ResourceFigures> parts) {
        double passed = parts.stream().mapToDouble(ResourceFigures::passQps).sum();
        double time = parts.stream()
                .mapToDouble(part -> part.avgRtMillis() * part.passQps())
                .sum();
        double slowest =
                parts.stream().mapToDouble(ResourceFigures::avgRtMillis).max().orElse(0);
        return new ResourceFigures(
                resource,
                passed,
                parts.stream().mapToDouble(ResourceFigures::blockQps).sum(),
                parts.stream().mapToDouble(ResourceFigures::exceptionQps).sum(),
                passed > 0 ? time / passed : slowest,
                parts.stream().mapToInt(ResourceFigures::threads).sum());
    }
}
