package org.gomall.bench.report;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Text and figures as both reports show them. */
final class Text {

    private Text() {}

    static String html(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String ratio(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    static String rate(double perSecond) {
        return String.format(Locale.ROOT, perSecond < 100 ? "%.1f" : "%.0f", perSecond);
    }

    static String millis(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
    }

    static String goal(double value) {
        return String.format(Locale.ROOT, "≥ %.2f", value);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", share * 100);
    }

    /** For example {@code consumer-web 0.41, mariadb 0.10}. */
    static String each(Map<String, Double> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + " " + millis(entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
