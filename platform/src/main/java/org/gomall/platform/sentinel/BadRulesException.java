package org.gomall.platform.sentinel;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** A rule document that is not put in force; names every rule and field that is wrong. */
public final class BadRulesException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int NAMED = 5;

    private final transient List<RuleProblem> problems;

    BadRulesException(List<RuleProblem> problems) {
        super(problems.stream().limit(NAMED).map(RuleProblem::toString).collect(Collectors.joining("; "))
                + (problems.size() > NAMED ? "; and " + (problems.size() - NAMED) + " more" : ""));
        this.problems = List.copyOf(problems);
    }

    BadRulesException(String message) {
        this(List.of(new RuleProblem(-1, "", message)));
    }

    /** Everything that is wrong, at least one. */
    public List<RuleProblem> problems() {
        return problems;
    }
}
