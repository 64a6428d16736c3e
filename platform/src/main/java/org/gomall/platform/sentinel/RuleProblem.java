package org.gomall.platform.sentinel;

/**
 * Why a rule cannot be put in force.
 *
 * @param index place of the rule in its document, from 0; -1 for the document itself
 * @param field the field of Sentinel's JSON that is wrong; empty when it is the rule or document as a whole
 * @param message what is wrong with it, in English: "must be between 0 and 1"
 */
public record RuleProblem(int index, String field, String message) {

    /** Where it is: {@code rules[3].count}. */
    public String path() {
        String rule = index < 0 ? "" : "rules[" + index + "]";
        return rule + (rule.isEmpty() || field.isEmpty() ? "" : ".") + field;
    }

    @Override
    public String toString() {
        return (path() + " " + message).strip();
    }
}
