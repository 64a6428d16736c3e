package org.gomall.web.merchant;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Specs as a merchant types them: {@code Colour: black; Size: M}. */
final class SpecsText {

    private SpecsText() {}

    /** The specs of a line, in the order in which they were typed; null when it is none. */
    static Map<String, String> read(String line) {
        Map<String, String> specs = new LinkedHashMap<>();
        for (String pair : line.split("[;；]")) {
            if (pair.isBlank()) {
                continue;
            }
            String[] sides = pair.split("[:：]", 2);
            if (sides.length < 2 || sides[0].isBlank() || sides[1].isBlank()) {
                return null;
            }
            if (specs.put(sides[0].strip(), sides[1].strip()) != null) {
                return null;
            }
        }
        return specs;
    }

    /** The line for specs. */
    static String write(Map<String, String> specs) {
        return specs.entrySet().stream()
                .map(spec -> spec.getKey() + ": " + spec.getValue())
                .collect(Collectors.joining("; "));
    }
}
