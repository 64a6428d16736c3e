package org.gomall.platform.sentinel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A rule document, {@code {"version": n, "rules": [Sentinel's own JSON]}}. All or nothing: one bad rule makes the whole
 * document bad, because half of a set of rules is a set that nobody wrote.
 *
 * @param version goes up with every change
 * @param rules in Sentinel's own JSON
 */
public record RuleDocument(long version, List<JsonNode> rules) {

    private static final int MOST_RULES = 1_000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public RuleDocument {
        rules = List.copyOf(rules);
    }

    /**
     * Reads and checks the text of a document.
     *
     * @throws BadRulesException when it is not JSON of this form or a rule is not valid
     */
    public static RuleDocument read(RuleKind kind, String text) {
        JsonNode root = json(text);
        if (!root.isObject()) {
            throw new BadRulesException("must be an object with version and rules");
        }
        List<RuleProblem> problems = new ArrayList<>();
        root.propertyNames().stream()
                .filter(name -> !Set.of("version", "rules").contains(name))
                .forEach(name -> problems.add(new RuleProblem(-1, name, "is no field of a rule document")));
        JsonNode version = root.path("version");
        if (!version.isIntegralNumber() || !version.canConvertToLong() || version.longValue() < 0) {
            problems.add(new RuleProblem(-1, "version", "must be a whole number from 0 on"));
        }
        if (!root.path("rules").isArray()) {
            problems.add(new RuleProblem(-1, "rules", "must be a list"));
        }
        List<JsonNode> rules = root.path("rules").valueStream().toList();
        problems.addAll(problems(kind, rules));
        if (!problems.isEmpty()) {
            throw new BadRulesException(problems);
        }
        return new RuleDocument(version.longValue(), rules);
    }

    /** Everything that is wrong with these rules; empty when they can be put in force. */
    public static List<RuleProblem> problems(RuleKind kind, List<JsonNode> rules) {
        if (rules.size() > MOST_RULES) {
            return List.of(new RuleProblem(-1, "rules", "must have at most " + MOST_RULES + " entries"));
        }
        List<RuleProblem> problems = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            problems.addAll(kind.problems(i, rules.get(i)));
        }
        return problems;
    }

    /** The text of the document, one rule a line, made to be read by people in Nacos' console as well. */
    public String text() {
        String lines = rules.stream()
                .map(rule -> "    " + JSON.writeValueAsString(rule))
                .collect(Collectors.joining(",\n"));
        return "{\n  \"version\": " + version + ",\n  \"rules\": [" + (lines.isEmpty() ? "]" : "\n" + lines + "\n  ]")
                + "\n}\n";
    }

    /** The rules as Sentinel wants them. */
    <R> List<R> as(Class<R> type) {
        return rules.stream().map(rule -> JSON.treeToValue(rule, type)).toList();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new BadRulesException("is not JSON: " + e.getOriginalMessage());
        }
    }
}
