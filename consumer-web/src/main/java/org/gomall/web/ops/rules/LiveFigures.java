package org.gomall.web.ops.rules;

import java.util.List;
import org.gomall.platform.sentinel.RuleKind;

/** What live processes tell about their resources and rules. Never throws; what cannot be had is missing. */
public interface LiveFigures {

    /**
     * A resource over all instances of an application, in the last second.
     *
     * @param threads what is under way
     */
    record ResourceFigures(double passQps, double blockQps, double exceptionQps, double avgRtMillis, int threads) {}

    /**
     * A process that has not put the newest rules in force.
     *
     * @param version of the rules that it keeps to instead
     */
    record Refusal(String application, String instance, long version, String problem) {}

    /** The figures of a resource, or null when no process tells. */
    ResourceFigures resource(String application, String resource);

    /** The resources that an application knows, sorted. */
    List<String> resources(String application);

    /** The processes that have refused the newest rules of a kind. */
    List<Refusal> refusals(RuleKind kind);
}
