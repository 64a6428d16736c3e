package org.gomall.web.ops.rules;

import java.util.List;
import java.util.stream.Stream;
import org.gomall.platform.sentinel.RuleKind;
import org.gomall.web.ops.services.ProcessFigures;
import org.gomall.web.ops.services.Processes;
import org.gomall.web.ops.services.ResourceFigures;
import org.springframework.stereotype.Component;

/** What live processes tell about the resources and rules of their application. Never throws; what cannot be had is missing. */
@Component
class LiveFigures {

    private final Processes processes;

    LiveFigures(Processes processes) {
        this.processes = processes;
    }

    /**
     * A process that has not put the newest rules in force.
     *
     * @param version of the rules that it keeps to instead
     */
    record Refusal(String application, String instance, long version, String problem) {}

    /** The figures of a resource over all instances in the last ten seconds, or null when no process knows it. */
    ResourceFigures resource(String application, String resource) {
        boolean known = of(application)
                .flatMap(process -> process.resources().stream())
                .anyMatch(figures -> figures.resource().equals(resource));
        return known ? processes.resource(application, resource) : null;
    }

    /** The resources that an application knows, sorted. */
    List<String> resources(String application) {
        return of(application)
                .flatMap(process -> process.resources().stream())
                .map(ResourceFigures::resource)
                .distinct()
                .sorted()
                .toList();
    }

    /** The processes that have refused the newest rules of a kind. */
    List<Refusal> refusals(RuleKind kind) {
        return processes.all().stream()
                .flatMap(process -> process.rules().stream()
                        .filter(rules -> rules.kind().equals(kind.text()) && rules.problem() != null)
                        .map(rules -> new Refusal(
                                process.application(), process.instance(), rules.version(), rules.problem())))
                .toList();
    }

    private Stream<ProcessFigures> of(String application) {
        return processes.all().stream().filter(process -> process.application().equals(application));
    }
}
