package org.gomall.web.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Matches permissions {@code METHOD:regex}: the method is the same or {@code *}, and the regex fits the whole path. */
final class Permissions {

    private static final Logger LOG = LoggerFactory.getLogger(Permissions.class);
    private static final Cache<String, Predicate<String>> COMPILED =
            Caffeine.newBuilder().maximumSize(2_000).build();

    private Permissions() {}

    static boolean allow(List<String> permissions, String method, String path) {
        for (String permission : permissions) {
            int colon = permission.indexOf(':');
            if (colon > 0
                    && isFor(permission, colon, method)
                    && COMPILED.get(permission.substring(colon + 1), Permissions::compile)
                            .test(path)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFor(String permission, int colon, String method) {
        return (colon == 1 && permission.charAt(0) == '*')
                || (colon == method.length() && permission.startsWith(method));
    }

    private static Predicate<String> compile(String regex) {
        try {
            return Pattern.compile(regex).asMatchPredicate();
        } catch (PatternSyntaxException e) {
            LOG.warn("a permission that is no regular expression allows nothing");
            return path -> false;
        }
    }
}
