package org.gomall.web.ops.failures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A document of live settings: changing one line leaves all others, and the comments, as they are. */
final class SettingsText {

    private SettingsText() {}

    /** The number behind a key; 0 when there is none that can be read. */
    static long number(String text, String key) {
        long number = 0;
        for (String line : text.lines().toList()) {
            if (isOf(line, key)) {
                String value = line.substring(line.indexOf('=') + 1).strip();
                number = value.matches("\\d{1,9}") ? Long.parseLong(value) : 0;
            }
        }
        return number;
    }

    /** The document with these values, in place where the keys are known and at the end where they are not. */
    static String with(String text, Map<String, Long> values) {
        Map<String, Long> missing = new LinkedHashMap<>(values);
        List<String> lines = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String key = values.keySet().stream()
                    .filter(each -> isOf(line, each))
                    .findFirst()
                    .orElse(null);
            if (key == null) {
                lines.add(line);
            } else if (missing.remove(key) != null) {
                lines.add(key + "=" + values.get(key));
            }
        }
        missing.forEach((key, value) -> lines.add(key + "=" + value));
        return String.join("\n", lines) + "\n";
    }

    private static boolean isOf(String line, String key) {
        int equals = line.indexOf('=');
        return equals > 0 && line.substring(0, equals).strip().equals(key);
    }
}
