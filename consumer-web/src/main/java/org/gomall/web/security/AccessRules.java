package org.gomall.web.security;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.springframework.web.util.pattern.PatternParseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What guests may reach: {@code METHOD:pattern}, with {@code *} for any method and Spring's path patterns
 * ({@code /shops/{id}}, {@code /css/**}). Everything else needs a login and a permission.
 */
final class AccessRules {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ANY = "*";

    private final Map<String, Set<String>> exact = new HashMap<>();
    private final Map<String, List<PathPattern>> patterns = new HashMap<>();

    private AccessRules() {}

    /** Nobody reaches anything. */
    static AccessRules closed() {
        return new AccessRules();
    }

    /**
     * Reads the document {@code {"version": 1, "whitelist": ["GET:/api/products/**"]}}.
     *
     * @throws IllegalArgumentException when it is not one; then the rules before it stay
     */
    static AccessRules parse(String json) {
        try {
            JsonNode whitelist = JSON.readTree(json).path("whitelist");
            if (!whitelist.isArray()) {
                throw new IllegalArgumentException("access rules need a whitelist");
            }
            AccessRules rules = new AccessRules();
            for (JsonNode rule : whitelist) {
                rules.add(rule.stringValue());
            }
            return rules;
        } catch (JacksonException | PatternParseException e) {
            throw new IllegalArgumentException("access rules cannot be read: " + e.getMessage(), e);
        }
    }

    /** Whether guests may do this. */
    boolean isOpen(String method, String path) {
        if (exact(method, path) || exact(ANY, path)) {
            return true;
        }
        PathContainer parsed = PathContainer.parsePath(path);
        return matches(method, parsed) || matches(ANY, parsed);
    }

    private boolean exact(String method, String path) {
        return exact.getOrDefault(method, Set.of()).contains(path);
    }

    private boolean matches(String method, PathContainer path) {
        for (PathPattern pattern : patterns.getOrDefault(method, List.of())) {
            if (pattern.matches(path)) {
                return true;
            }
        }
        return false;
    }

    private void add(String rule) {
        int colon = rule.indexOf(':');
        String method = colon < 0 ? "" : rule.substring(0, colon);
        String pattern = rule.substring(colon + 1);
        if (!method.matches("\\*|[A-Z]+") || !pattern.startsWith("/")) {
            throw new IllegalArgumentException("a rule must look like GET:/path or *:/path/**");
        }
        PathPattern parsed = PathPatternParser.defaultInstance.parse(pattern);
        if (parsed.hasPatternSyntax()) {
            patterns.computeIfAbsent(method, m -> new ArrayList<>()).add(parsed);
        } else {
            exact.computeIfAbsent(method, m -> new HashSet<>()).add(pattern);
        }
    }
}
