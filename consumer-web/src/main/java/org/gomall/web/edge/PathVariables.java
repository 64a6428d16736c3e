package org.gomall.web.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.web.servlet.HandlerMapping;

/** The variables of a path in the order of its pattern; Spring keeps them without order. */
final class PathVariables {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?([A-Za-z0-9_]+)(?::[^/]*)?}");

    private final Map<String, List<String>> names = new ConcurrentHashMap<>();

    /** The names in a pattern: productId of {@code /api/products/{productId}}. */
    static List<String> names(String pattern) {
        return VARIABLE.matcher(pattern)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    /** These values and then those of the path's variables. */
    Object[] after(String pattern, HttpServletRequest request, String... first) {
        List<String> wanted = names.computeIfAbsent(pattern, PathVariables::names);
        Object[] all = Arrays.copyOf(first, first.length + wanted.size(), Object[].class);
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> values) {
            for (int i = 0; i < wanted.size(); i++) {
                all[first.length + i] = values.get(wanted.get(i));
            }
        }
        return all;
    }
}
