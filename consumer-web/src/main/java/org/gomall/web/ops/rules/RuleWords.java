package org.gomall.web.ops.rules;

import java.util.Locale;
import org.gomall.platform.sentinel.RuleKind;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Says in plain words what a rule does. */
@Component
class RuleWords {

    private static final String SAY = "ops.rules.say.";
    private static final double DEFAULT_SLOW_SHARE = 1;
    private static final int DEFAULT_LEAST_CALLS = 5;
    private static final int DEFAULT_INTERVAL_MS = 1_000;
    private static final int DEFAULT_QUEUE_MS = 500;
    private static final int DEFAULT_WARM_UP_SECONDS = 10;
    private static final int FIRST_VARIABLE = 2;
    private static final double MS_PER_SECOND = 1_000;

    private final MessageSource messages;

    RuleWords(MessageSource messages) {
        this.messages = messages;
    }

    /** A sentence or two. */
    String say(RuleKind kind, JsonNode rule, Locale locale) {
        return switch (kind) {
            case FLOW -> flow(rule, locale);
            case DEGRADE -> degrade(rule, locale);
            case PARAM ->
                text(
                        locale,
                        "param",
                        number(rule, "count", 0),
                        number(rule, "durationInSec", 1),
                        argument(rule, locale));
            case SYSTEM -> system(rule, locale);
        };
    }

    private String flow(JsonNode rule, Locale locale) {
        double count = number(rule, "count", 0);
        if (count == 0) {
            return text(locale, "flow.nothing");
        }
        if (number(rule, "grade", 1) == 0) {
            return text(locale, "flow.threads", count);
        }
        return switch ((int) number(rule, "controlBehavior", 0)) {
            case 1 -> text(locale, "flow.warmUp", count, number(rule, "warmUpPeriodSec", DEFAULT_WARM_UP_SECONDS));
            case 0 -> text(locale, "flow.qps", count);
            default -> text(locale, "flow.queue", count, number(rule, "maxQueueingTimeMs", DEFAULT_QUEUE_MS));
        };
    }

    private String degrade(JsonNode rule, Locale locale) {
        double count = number(rule, "count", 0);
        double pause = number(rule, "timeWindow", 0);
        double least = number(rule, "minRequestAmount", DEFAULT_LEAST_CALLS);
        double interval = number(rule, "statIntervalMs", DEFAULT_INTERVAL_MS) / MS_PER_SECOND;
        return switch ((int) number(rule, "grade", 0)) {
            case 0 ->
                text(
                        locale,
                        "degrade.slow",
                        pause,
                        number(rule, "slowRatioThreshold", DEFAULT_SLOW_SHARE),
                        least,
                        interval,
                        count);
            case 1 -> text(locale, "degrade.share", pause, count, least, interval);
            default -> text(locale, "degrade.number", pause, count, least, interval);
        };
    }

    private String system(JsonNode rule, Locale locale) {
        StringBuilder said = new StringBuilder();
        for (RuleField field : RuleField.of(RuleKind.SYSTEM)) {
            double value = number(rule, field.name(), -1);
            if (value >= 0) {
                said.append(said.isEmpty() ? "" : " ").append(text(locale, "system." + field.name(), value));
            }
        }
        return said.toString();
    }

    /** What an argument is: at the edge they have meanings of their own, on Dubbo they are the method's. */
    private String argument(JsonNode rule, Locale locale) {
        int index = (int) number(rule, "paramIdx", 0);
        boolean edge = rule.path("resource").asString("").matches("([A-Z]+:)?/.*");
        if (edge && index >= 0 && index < FIRST_VARIABLE) {
            return text(locale, "argument." + index);
        }
        return edge && index >= FIRST_VARIABLE
                ? text(locale, "argument.path", index - FIRST_VARIABLE + 1)
                : text(locale, "argument.call", index < 0 ? index : index + 1);
    }

    private String text(Locale locale, String key, Object... arguments) {
        return messages.getMessage(SAY + key, arguments, locale);
    }

    private static double number(JsonNode rule, String name, double otherwise) {
        return rule.path(name).asDouble(otherwise);
    }
}
