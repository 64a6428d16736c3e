package org.gomall.platform.sentinel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.JsonNode;

/**
 * The fields of Sentinel's rules and what they may hold. Sentinel itself drops a rule that it does not understand without a
 * word and fills a misspelt field with its default, so everything is checked before it gets to see it.
 */
final class RuleSchema {

    private static final long MOST = 1_000_000_000;
    private static final int LONGEST_SECONDS = 86_400;
    private static final int LONGEST_MILLIS = 600_000;
    private static final int FAULT_SHARE = 1;
    private static final Set<String> ITEM_TYPES =
            Set.of("int", "long", "double", "float", "char", "byte", "short", "boolean", "java.lang.String");

    private static final Map<String, RuleField> COMMON = Map.of(
            "id", RuleField.unused(JsonNode::isIntegralNumber, "a whole number"),
            "limitApp", RuleField.text(),
            "regex", RuleField.flag());

    private static final Map<String, RuleField> CLUSTER = Map.of(
            "clusterMode",
            RuleField.unused(value -> value.isBoolean() && !value.booleanValue(), "false, there is no token server"),
            "clusterConfig",
            RuleField.unused(JsonNode::isObject, "an object"));

    static final RuleSchema FLOW = new RuleSchema(
            fields(
                    CLUSTER,
                    Map.of(
                            "resource", RuleField.text().must(),
                            "grade", RuleField.whole(0, 1),
                            "count", RuleField.number(0, MOST).must(),
                            "strategy", RuleField.whole(0, 2),
                            "refResource", RuleField.text(),
                            "controlBehavior", RuleField.whole(0, 3),
                            "warmUpPeriodSec", RuleField.whole(1, LONGEST_SECONDS),
                            "maxQueueingTimeMs", RuleField.whole(0, LONGEST_MILLIS))),
            RuleSchema::flow);

    static final RuleSchema DEGRADE = new RuleSchema(
            fields(
                    Map.of(),
                    Map.of(
                            "resource", RuleField.text().must(),
                            "grade", RuleField.whole(0, 2),
                            "count", RuleField.number(0, MOST).must(),
                            "timeWindow", RuleField.whole(1, LONGEST_SECONDS).must(),
                            "minRequestAmount", RuleField.whole(1, MOST),
                            "slowRatioThreshold", RuleField.number(0, 1),
                            "statIntervalMs", RuleField.whole(1, LONGEST_MILLIS))),
            RuleSchema::degrade);

    static final RuleSchema PARAM = new RuleSchema(
            fields(
                    CLUSTER,
                    Map.of(
                            "resource", RuleField.text().must(),
                            "grade", RuleField.whole(0, 1),
                            "paramIdx", RuleField.whole(-10, 10).must(),
                            "count", RuleField.number(0, MOST).must(),
                            "controlBehavior", new RuleField(RuleSchema::refusesOrQueues, "0 or 2", false, false),
                            "maxQueueingTimeMs", RuleField.whole(0, LONGEST_MILLIS),
                            "burstCount", RuleField.whole(0, MOST),
                            "durationInSec", RuleField.whole(1, LONGEST_SECONDS),
                            "paramFlowItemList", RuleField.unused(JsonNode::isArray, "a list"))),
            RuleSchema::param);

    static final RuleSchema SYSTEM = new RuleSchema(
            fields(
                    Map.of(),
                    Map.of(
                            "resource", RuleField.unused(JsonNode::isString, "a text"),
                            "highestSystemLoad", RuleField.number(-1, MOST),
                            "highestCpuUsage", RuleField.number(-1, 1),
                            "qps", RuleField.number(-1, MOST),
                            "avgRt", RuleField.whole(-1, LONGEST_MILLIS),
                            "maxThread", RuleField.whole(-1, MOST))),
            RuleSchema::system);

    private final Map<String, RuleField> fields;
    private final Together together;

    private RuleSchema(Map<String, RuleField> fields, Together together) {
        this.fields = fields;
        this.together = together;
    }

    /** Looks at the fields of one rule together, each of them being fine by itself. */
    private interface Together {
        void check(JsonNode rule, Problems problems);
    }

    /** Collects what is wrong with one rule. */
    private interface Problems {
        void add(String field, String message);
    }

    /** Everything that is wrong with a rule. */
    List<RuleProblem> problems(int index, JsonNode rule) {
        List<RuleProblem> found = new ArrayList<>();
        Problems problems = (field, message) -> found.add(new RuleProblem(index, field, message));
        if (!rule.isObject()) {
            problems.add("", "must be an object");
            return found;
        }
        rule.propertyNames().stream()
                .filter(name -> !fields.containsKey(name))
                .forEach(name -> problems.add(name, "is no field of such a rule"));
        fields.forEach((name, field) -> check(name, field, rule.get(name), problems));
        if (found.isEmpty()) {
            regex(rule, problems);
            together.check(rule, problems);
        }
        return found;
    }

    private static void check(String name, RuleField field, JsonNode value, Problems problems) {
        if (value == null) {
            if (field.needed()) {
                problems.add(name, "is missing");
            }
        } else if (value.isNull() ? !field.nullable() : !field.good().test(value)) {
            problems.add(name, "must be " + field.expectation());
        }
    }

    private static void regex(JsonNode rule, Problems problems) {
        if (rule.path("regex").asBoolean(false)) {
            try {
                Pattern.compile(rule.path("resource").asString(""));
            } catch (PatternSyntaxException e) {
                problems.add("resource", "is no regular expression: " + e.getDescription());
            }
        }
    }

    private static void flow(JsonNode rule, Problems problems) {
        if (rule.path("strategy").asInt(0) > 0
                && rule.path("refResource").asString("").isEmpty()) {
            problems.add("refResource", "is missing, strategy 1 or 2 needs it");
        }
    }

    private static void degrade(JsonNode rule, Problems problems) {
        int grade = rule.path("grade").asInt(0);
        if (grade == FAULT_SHARE && rule.get("count").doubleValue() > 1) {
            problems.add("count", "must be a share between 0 and 1 with grade 1");
        }
        if (grade == 0 && rule.get("count").doubleValue() < 1) {
            problems.add("count", "must be at least one millisecond with grade 0");
        }
    }

    private static void param(JsonNode rule, Problems problems) {
        for (JsonNode item : rule.path("paramFlowItemList")) {
            boolean good = item.isObject()
                    && Set.of("object", "count", "classType").containsAll(item.propertyNames())
                    && item.path("object").isString()
                    && item.path("count").isIntegralNumber()
                    && item.path("count").asLong(-1) >= 0
                    && (!item.hasNonNull("classType")
                            || ITEM_TYPES.contains(item.get("classType").asString("")));
            if (!good) {
                problems.add("paramFlowItemList", "must hold {object, count, classType}, with a known type");
                return;
            }
        }
    }

    private static void system(JsonNode rule, Problems problems) {
        if (List.of("highestSystemLoad", "highestCpuUsage", "qps", "avgRt", "maxThread").stream()
                .noneMatch(name -> rule.path(name).asDouble(-1) >= 0)) {
            problems.add("", "must limit something: highestSystemLoad, highestCpuUsage, qps, avgRt or maxThread");
        }
    }

    private static boolean refusesOrQueues(JsonNode value) {
        return value.isIntegralNumber() && (value.asInt() == 0 || value.asInt() == 2);
    }

    private static Map<String, RuleField> fields(Map<String, RuleField> more, Map<String, RuleField> own) {
        Map<String, RuleField> all = new LinkedHashMap<>(COMMON);
        all.putAll(more);
        all.putAll(own);
        return all;
    }
}
