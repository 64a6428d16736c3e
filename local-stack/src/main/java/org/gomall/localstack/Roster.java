package org.gomall.localstack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The parts of one stack in the order in which they are listed; scaling changes them while the stack runs. */
final class Roster {

    private final Function<Plan, List<Part>> layout;
    private final Function<Part, SupervisedPart> supervisor;
    private final Path file;
    private volatile Plan plan;
    private volatile Map<String, SupervisedPart> parts = Map.of();

    /**
     * @param layout the parts which a plan consists of
     * @param file where a changed plan is written, for whoever takes the stack over
     */
    Roster(Plan plan, Function<Plan, List<Part>> layout, Function<Part, SupervisedPart> supervisor, Path file) {
        this.plan = plan;
        this.layout = layout;
        this.supervisor = supervisor;
        this.file = file;
        this.parts = partsOf(plan);
    }

    Plan plan() {
        return plan;
    }

    Collection<SupervisedPart> all() {
        return parts.values();
    }

    SupervisedPart part(String name) {
        SupervisedPart part = parts.get(name);
        if (part == null) {
            throw new StackException(
                    "There is no part called " + name + "; there are " + String.join(", ", parts.keySet()) + ".");
        }
        return part;
    }

    /** Those parts of another plan which this one does not have, lowest instance first. */
    List<Part> missingFor(Plan next) {
        return layout.apply(next).stream()
                .filter(part -> !parts.containsKey(part.name()))
                .toList();
    }

    /** Those parts which another plan does not have, highest instance first. */
    List<SupervisedPart> surplusFor(Plan next) {
        List<String> kept = layout.apply(next).stream().map(Part::name).toList();
        List<SupervisedPart> surplus = new ArrayList<>(parts.values());
        surplus.removeIf(part -> kept.contains(part.part().name()));
        Collections.reverse(surplus);
        return surplus;
    }

    /** Goes over to another plan: what is new is supervised from now on, what is gone has to be stopped already. */
    void change(Plan next) {
        Map<String, SupervisedPart> before = parts;
        Map<String, SupervisedPart> after = partsOf(next);
        next.write(file);
        after.values().stream().filter(part -> !before.containsValue(part)).forEach(SupervisedPart::supervise);
        plan = next;
        parts = after;
        before.values().stream().filter(part -> !after.containsValue(part)).forEach(SupervisedPart::release);
    }

    private Map<String, SupervisedPart> partsOf(Plan wanted) {
        Map<String, SupervisedPart> known = parts;
        Map<String, SupervisedPart> all = new LinkedHashMap<>();
        for (Part part : layout.apply(wanted)) {
            SupervisedPart old = known.get(part.name());
            all.put(part.name(), old != null ? old : supervisor.apply(part));
        }
        return Collections.unmodifiableMap(all);
    }
}
