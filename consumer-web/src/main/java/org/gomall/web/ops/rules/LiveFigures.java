package org.gomall.web.ops.rules;

import java.util.List;
import java.util.stream.Stream;
import org.gomall.platform.sentinel.RuleKind;
import org.gomall.web.ops.services.ProcessFigures;
import org.gomall.web.ops.services.Processes;
import org.gomall.web.ops.services.ResourceFigures;
import org.gomall.web.ops.services.ResourceFigures.Refused;
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

    /**
     * What arrives at a resource now.
     *
     * @param figures over all processes
     * @param processes how many know it; each keeps to a rule by itself
     * @param busiestQps what arrives each second at the one that has most
     */
    record Load(ResourceFigures figures, int processes, double busiestQps) {}

    /** The figures of a resource in the last ten seconds, or null when no process knows it. */
    Load resource(String application, String resource) {
        List<ResourceFigures> each = processes.resource(application, resource);
        return each.isEmpty()
                ? null
                : new Load(
                        ResourceFigures.sum(resource, each),
                        each.size(),
                        each.stream()
                                .mapToDouble(ResourceFigures::arrivingQps)
                                .max()
                                .orElse(0));
    }

    /** The processes of an application. */
    List<ProcessFigures> instances(String application) {
        return of(application).toList();
    }

    /** The calls of an application that rules for whole processes have refused in the last ten minutes. */
    Refused refusedBySystemRules(String application) {
        return refused(RuleKind.SYSTEM, of(application).flatMap(process -> process.resources().stream()));
    }

    /** Of the refusals of resources those by one kind of rule. */
    static Refused refused(RuleKind kind, Stream<ResourceFigures> resources) {
        return Refused.total(resources
                .flatMap(resource -> resource.refused().stream())
                .filter(refused -> refused.rule().equals(kind.text()))
                .toList());
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
