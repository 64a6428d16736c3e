package org.gomall.web.ops.services;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One instance: what Nacos knows of it, and what it says about itself.
 *
 * @param instance host and port
 * @param healthy what Nacos thinks; a frozen process stays healthy there for long
 * @param weight Nacos' weight, 1 unless somebody has changed it, 0 for no traffic
 * @param tag of a gray release, or an empty string
 * @param answers whether it has just told its figures; without them the rest is 0 or empty
 * @param startedAt null when it does not answer
 * @param qps requests a second over the last ten seconds, Dubbo calls or web requests
 * @param p95Millis the time that 95 of 100 requests stay below
 * @param errorRate share of faults, 0 to 1; refusals are none
 */
public record ProcessFigures(
        String application,
        String instance,
        boolean healthy,
        double weight,
        String version,
        String tag,
        boolean answers,
        Instant startedAt,
        double qps,
        double p95Millis,
        double errorRate,
        List<ResourceFigures> resources,
        List<Rules> rules) {

    /**
     * The Sentinel rules of one kind.
     *
     * @param problem what is wrong with the newest document, which is not in force then; null when it is
     */
    public record Rules(String kind, long version, String problem) {}

    /** An instance of which only Nacos tells. */
    static ProcessFigures silent(
            String application, String instance, boolean healthy, double weight, Map<String, String> metadata) {
        return new ProcessFigures(
                application,
                instance,
                healthy,
                weight,
                metadata.getOrDefault("gomall.version", ""),
                metadata.getOrDefault("dubbo.tag", ""),
                false,
                null,
                0,
                0,
                0,
                List.of(),
                List.of());
    }

    ProcessFigures answering(Answer answer) {
        return new ProcessFigures(
                application,
                instance,
                healthy,
                weight,
                answer.version(),
                tag,
                true,
                answer.startedAt(),
                answer.requests().qps(),
                answer.requests().p95Millis(),
                answer.requests().errorRate(),
                answer.resources() == null ? List.of() : answer.resources(),
                answer.rules() == null ? List.of() : answer.rules());
    }

    /** The time that 95 of 100 requests stay below, with the two digits that it is worth. */
    public long roundedP95() {
        return Rounded.millis(p95Millis);
    }

    /** The body of {@code /actuator/figures}. */
    record Answer(
            String version, Instant startedAt, Requests requests, List<ResourceFigures> resources, List<Rules> rules) {

        record Requests(double qps, double p95Millis, double errorRate) {}
    }
}
