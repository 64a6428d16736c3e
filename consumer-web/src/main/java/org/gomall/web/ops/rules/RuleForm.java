package org.gomall.web.ops.rules;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gomall.platform.sentinel.RuleKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A rule as it is typed.
 *
 * @param version of the rules that it was made from
 * @param key of the rule that is changed; empty for a new one
 * @param values what was typed, by field
 */
record RuleForm(long version, String key, String application, String resource, Map<String, String> values) {

    private static final int LONGEST_WHOLE = 18;

    /** A new rule. */
    static RuleForm empty(RuleKind kind, long version, String application, String resource) {
        Map<String, String> values = new LinkedHashMap<>();
        RuleField.of(kind).forEach(field -> values.put(field.name(), field.first()));
        return new RuleForm(version, "", application, resource, values);
    }

    /** A rule to be changed. */
    static RuleForm of(RuleKind kind, long version, OwnedRule owned) {
        Map<String, String> values = new LinkedHashMap<>();
        RuleField.of(kind).forEach(field -> {
            JsonNode value = owned.rule().path(field.name());
            values.put(field.name(), value.isNumber() ? plain(value) : value.asString(""));
        });
        return new RuleForm(version, owned.key(), owned.application(), owned.resource(), values);
    }

    /** What a browser sent. */
    static RuleForm typed(RuleKind kind, Map<String, String> sent) {
        Map<String, String> values = new LinkedHashMap<>();
        RuleField.of(kind)
                .forEach(field -> values.put(
                        field.name(), sent.getOrDefault(field.name(), "").strip()));
        String version = sent.getOrDefault("version", "");
        return new RuleForm(
                version.matches("[0-9]{1,18}") ? Long.parseLong(version) : -1,
                sent.getOrDefault("key", ""),
                sent.getOrDefault("application", ""),
                sent.getOrDefault("resource", "").strip(),
                values);
    }

    boolean isNew() {
        return key.isEmpty();
    }

    /** The rule, with what the form does not know taken from the one before. */
    OwnedRule rule(RuleKind kind, JsonNode before) {
        ObjectNode rule = JsonNodeFactory.instance.objectNode();
        before.properties().forEach(field -> rule.set(field.getKey(), field.getValue()));
        if (kind != RuleKind.SYSTEM) {
            rule.put("resource", resource);
        }
        values.forEach((name, text) -> set(rule, name, text));
        if (kind == RuleKind.PARAM && !rule.has("grade")) {
            rule.put("grade", 1);
        }
        return new OwnedRule(application, rule);
    }

    private static void set(ObjectNode rule, String name, String text) {
        if (text.isEmpty()) {
            rule.remove(name);
        } else if (text.matches("-?[0-9]{1," + LONGEST_WHOLE + "}")) {
            long whole = Long.parseLong(text);
            if (whole == (int) whole) {
                rule.put(name, (int) whole);
            } else {
                rule.put(name, whole);
            }
        } else if (text.matches("-?[0-9]{1,9}[.][0-9]{1,9}")) {
            rule.put(name, Double.parseDouble(text));
        } else {
            // The check of the rule says what should have been there.
            rule.put(name, text);
        }
    }

    private static String plain(JsonNode number) {
        return new BigDecimal(number.asString()).stripTrailingZeros().toPlainString();
    }
}
