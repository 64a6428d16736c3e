package org.gomall.web.ops.services;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Sentinel counted of one resource over the last ten seconds.
 *
 * @param incoming whether the process is asked for it; otherwise it asks somebody else
 * @param threads calls under way
 * @param refused in the last ten minutes, by kind of rule
 */
public record ResourceFigures(
        String resource,
        boolean incoming,
        double passQps,
        double blockQps,
        double exceptionQps,
        double avgRtMillis,
        int threads,
        List<Refused> refused) {

    /** Names of packages say little to people. */
    private static final String PACKAGES = "\\b(?:[a-z][a-z0-9_]*\\.)+(?=[A-Z])";

    /** A process of an older version does not tell its refusals. */
    public ResourceFigures {
        refused = refused == null ? List.of() : List.copyOf(refused);
    }

    /**
     * The refusals by one kind of rule.
     *
     * @param rule flow, degrade, param, system or authority
     * @param count in the last ten minutes
     * @param secondsAgo how long ago the last one was
     */
    public record Refused(String rule, long count, long secondsAgo) {

        private static Refused sum(Refused one, Refused other) {
            return new Refused(one.rule(), one.count() + other.count(), Math.min(one.secondsAgo(), other.secondsAgo()));
        }

        /** Several together, under the name of the first; a count of 0 when there are none. */
        public static Refused total(List<Refused> parts) {
            return parts.stream().reduce(Refused::sum).orElse(new Refused("", 0, 0));
        }
    }

    /** The same resource in several instances; the average time is weighted by calls. */
    public static ResourceFigures sum(String resource, List<ResourceFigures> parts) {
        double passed = parts.stream().mapToDouble(ResourceFigures::passQps).sum();
        double time = parts.stream()
                .mapToDouble(part -> part.avgRtMillis() * part.passQps())
                .sum();
        double slowest =
                parts.stream().mapToDouble(ResourceFigures::avgRtMillis).max().orElse(0);
        Map<String, Refused> refused = new TreeMap<>();
        parts.forEach(part -> part.refused().forEach(of -> refused.merge(of.rule(), of, Refused::sum)));
        return new ResourceFigures(
                resource,
                parts.stream().anyMatch(ResourceFigures::incoming),
                passed,
                parts.stream().mapToDouble(ResourceFigures::blockQps).sum(),
                parts.stream().mapToDouble(ResourceFigures::exceptionQps).sum(),
                passed > 0 ? time / passed : slowest,
                parts.stream().mapToInt(ResourceFigures::threads).sum(),
                List.copyOf(refused.values()));
    }

    /** Its name without packages: {@code StockQueryService:availability(List)}. */
    public String shortName() {
        return shortName(resource);
    }

    static String shortName(String resource) {
        return resource.replaceAll(PACKAGES, "");
    }

    /** What arrives, let through or not, for each second. */
    public double arrivingQps() {
        return passQps + blockQps;
    }

    /** The refusals by all kinds of rules together. */
    public Refused refusals() {
        return Refused.total(refused);
    }

    /** Whether nobody has called it lately and nothing was refused. */
    public boolean quiet() {
        return arrivingQps() == 0 && threads == 0 && refused.isEmpty();
    }

    /** Slowest first; those without calls at the end, by name. */
    static Comparator<ResourceFigures> slowestFirst() {
        return Comparator.comparingDouble(ResourceFigures::avgRtMillis)
                .reversed()
                .thenComparing(ResourceFigures::resource);
    }
}
