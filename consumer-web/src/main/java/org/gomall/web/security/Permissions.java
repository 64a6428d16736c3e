package org.gomall.web.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.gomall.web.remote.LocalCache;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Matches permissions {@code METHOD:regex}: the method is the same or {@code *}, and the regex fits the whole path. The engine
 * is RE2, whose time grows with the path and not with what somebody wrote into a role.
 */
final class Permissions {

    private static final Logger LOG = LoggerFactory.getLogger(Permissions.class);
    private static final Cache<String, Predicate<String>> COMPILED =
            LocalCache.builder().maximumSize(2_000).build();

    private Permissions() {}

    /** The first permission that allows this. */
    static Optional<String> deciding(List<String> permissions, String method, String path) {
        for (String permission : permissions) {
            int colon = permission.indexOf(':');
            if (colon > 0
                    && isFor(permission, colon, method)
                    && COMPILED.get(permission.substring(colon + 1), Permissions::compile)
                            .test(path)) {
                return Optional.of(permission);
            }
        }
        return Optional.empty();
    }

    private static boolean isFor(String permission, int colon, String method) {
        return (colon == 1 && permission.charAt(0) == '*')
                || (colon == method.length() && permission.startsWith(method));
    }

    private static Predicate<String> compile(String regex) {
        try {
            return Pattern.compile(regex)::matches;
        } catch (PatternSyntaxException e) {
            LOG.warn("a permission that is no regular expression allows nothing");
            return path -> false;
        }
    }
}
