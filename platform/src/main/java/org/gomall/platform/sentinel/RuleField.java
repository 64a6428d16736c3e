package org.gomall.platform.sentinel;

import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * What a field of a rule may hold.
 *
 * @param good whether a value is fine
 * @param expectation what it should have been, after "must be"
 * @param needed whether a rule without it is refused
 * @param nullable whether null stands for "not given"
 */
record RuleField(Predicate<JsonNode> good, String expectation, boolean needed, boolean nullable) {

    private static final int LONGEST_TEXT = 255;

    /** A whole number between two bounds, both included. */
    static RuleField whole(long min, long max) {
        return new RuleField(
                value -> value.isIntegralNumber()
                        && value.canConvertToLong()
                        && value.longValue() >= min
                        && value.longValue() <= max,
                "a whole number between " + min + " and " + max,
                false,
                false);
    }

    /** A number between two bounds, both included. */
    static RuleField number(long min, long max) {
        return new RuleField(
                value -> value.isNumber() && value.doubleValue() >= min && value.doubleValue() <= max,
                "a number between " + min + " and " + max,
                false,
                false);
    }

    /** A text of at least one and at most 255 characters. */
    static RuleField text() {
        return new RuleField(
                value -> value.isString()
                        && !value.stringValue().isBlank()
                        && value.stringValue().length() <= LONGEST_TEXT
                        && value.stringValue().chars().noneMatch(Character::isISOControl),
                "a text of 1 to " + LONGEST_TEXT + " characters",
                false,
                true);
    }

    /** True or false. */
    static RuleField flag() {
        return new RuleField(JsonNode::isBoolean, "true or false", false, false);
    }

    /** Something that means nothing here but is part of Sentinel's own JSON. */
    static RuleField unused(Predicate<JsonNode> harmless, String expectation) {
        return new RuleField(harmless, expectation, false, true);
    }

    /** The same, and a rule without it is refused. */
    RuleField must() {
        return new RuleField(good, expectation, true, false);
    }
}
