package org.gomall.web.ops.rules;

import java.util.List;
import java.util.Map;
import org.gomall.platform.sentinel.RuleKind;

/**
 * A field of a rule as the editor offers it. Fields of Sentinel that are not here are kept as they are.
 *
 * @param choices the values that make sense, or empty where any number does
 * @param first what a new rule begins with, or empty
 * @param needed whether it must not be left empty
 */
record RuleField(String name, List<String> choices, String first, boolean needed) {

    private static final Map<RuleKind, List<RuleField>> FIELDS = Map.of(
            RuleKind.FLOW,
            List.of(
                    choice("grade", "1", "0"),
                    number("count", "", true),
                    choice("controlBehavior", "0", "1", "2"),
                    number("warmUpPeriodSec", "", false),
                    number("maxQueueingTimeMs", "", false)),
            RuleKind.DEGRADE,
            List.of(
                    choice("grade", "0", "1", "2"),
                    number("count", "", true),
                    number("slowRatioThreshold", "0.6", false),
                    number("timeWindow", "2", true),
                    number("minRequestAmount", "10", true),
                    number("statIntervalMs", "2000", true)),
            RuleKind.PARAM,
            List.of(
                    choice("paramIdx", "0", "1", "2", "3"),
                    number("count", "", true),
                    number("durationInSec", "1", true),
                    number("burstCount", "", false)),
            RuleKind.SYSTEM,
            List.of(
                    number("maxThread", "", false),
                    number("qps", "", false),
                    number("avgRt", "", false),
                    number("highestCpuUsage", "", false)));

    /** The fields of a kind in the order of the form. */
    static List<RuleField> of(RuleKind kind) {
        return FIELDS.get(kind);
    }

    private static RuleField choice(String name, String... choices) {
        return new RuleField(name, List.of(choices), choices[0], true);
    }

    private static RuleField number(String name, String first, boolean needed) {
        return new RuleField(name, List.of(), first, needed);
    }
}
