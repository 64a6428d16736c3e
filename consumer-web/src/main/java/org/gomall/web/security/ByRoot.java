package org.gomall.web.security;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Things with a pattern of paths, found by how a path begins ({@code /products}, {@code /api/products}): every request asks,
 * and there are hundreds.
 */
final class ByRoot<T> {

    private static final String API = "/api/";

    private final Map<String, List<T>> byRoot = new HashMap<>();
    private final List<T> anywhere = new ArrayList<>();

    /** Adds one of which nothing is found yet. */
    void add(String pattern, T thing) {
        String root = root(pattern);
        if (isPlain(root)) {
            byRoot.computeIfAbsent(root, r -> new ArrayList<>(anywhere)).add(thing);
        } else {
            anywhere.add(thing);
            byRoot.values().forEach(things -> things.add(thing));
        }
    }

    /** All whose pattern this path may match; the others surely do not. */
    List<T> candidates(String path) {
        return byRoot.getOrDefault(root(path), anywhere);
    }

    private static String root(String path) {
        int end = path.indexOf('/', path.startsWith(API) ? API.length() : 1);
        return end < 0 ? path : path.substring(0, end);
    }

    private static boolean isPlain(String root) {
        return root.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '/');
    }
}
