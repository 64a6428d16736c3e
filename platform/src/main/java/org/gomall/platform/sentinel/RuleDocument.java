package org.gomall.platform.sentinel;

import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a rule document, {@code {"version": n, "rules": [Sentinel's own JSON]}}. All or nothing: one bad rule makes the
 * whole document bad, because half of a set of rules is a set that nobody wrote.
 */
public final class RuleDocument {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private RuleDocument() {}

    /**
     * The rules of a document.
     *
     * @throws IllegalArgumentException when it is not JSON of this form or a rule is not valid
     */
    public static <R> List<R> rules(String content, Class<R> type, Predicate<R> valid) {
        JsonNode rules;
        try {
            rules = JSON.readTree(content).get("rules");
        } catch (tools.jackson.core.JacksonException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
        if (rules == null || !rules.isArray()) {
            throw new IllegalArgumentException("no array \"rules\"");
        }
        return rules.valueStream().map(rule -> read(rule, type, valid)).toList();
    }

    private static <R> R read(JsonNode rule, Class<R> type, Predicate<R> valid) {
        R read;
        try {
            read = JSON.treeToValue(rule, type);
        } catch (tools.jackson.core.JacksonException e) {
            throw new IllegalArgumentException("rule " + rule + ": " + e.getOriginalMessage(), e);
        }
        if (!valid.test(read)) {
            throw new IllegalArgumentException("not a valid rule: " + rule);
        }
        return read;
    }
}
