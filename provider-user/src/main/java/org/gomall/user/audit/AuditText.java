package org.gomall.user.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Text as the audit log keeps it: on one line, so that nobody writes an entry that looks like two, and never too long
 * for its column, so that no act goes missing because of its details.
 */
final class AuditText {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_DETAIL = 1_000;
    private static final int LONGEST_DETAILS = 4_000;
    private static final String CUT = "…";

    private AuditText() {}

    /** One line of at most so many characters. */
    static String line(String text, int longest) {
        if (text == null) {
            return null;
        }
        String line = text.codePoints()
                .map(c -> Character.isISOControl(c)
                                || Character.getType(c) == Character.FORMAT
                                || Character.getType(c) == Character.LINE_SEPARATOR
                                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                        ? ' '
                        : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return line.length() <= longest ? line : line.substring(0, longest - 1) + CUT;
    }

    /** Details as JSON; what does not fit any more is left out. */
    static String details(Map<String, String> details) {
        Map<String, String> kept = new LinkedHashMap<>();
        String json = "{}";
        for (Map.Entry<String, String> detail : new TreeMap<>(details == null ? Map.of() : details).entrySet()) {
            kept.put(line(detail.getKey(), 64), line(detail.getValue(), LONGEST_DETAIL));
            String longer = JSON.writeValueAsString(kept);
            if (longer.length() > LONGEST_DETAILS) {
                break;
            }
            json = longer;
        }
        return json;
    }

    /** The details behind that JSON. */
    static Map<String, String> read(String json) {
        return JSON.readValue(json, new TypeReference<LinkedHashMap<String, String>>() {});
    }
}
