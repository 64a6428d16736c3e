package org.gomall.web.security;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.util.UriUtils;

/**
 * The one form of a path that access rules are asked about. A path that could mean something else to another reader of
 * it (encoded slashes and dots, parameters behind a semicolon, empty or relative segments, control characters) has none and
 * does not exist here.
 */
final class PlainPath {

    private static final int MAX_LENGTH = 1_000;

    private PlainPath() {}

    /** The decoded path, or empty when it is refused. */
    static Optional<String> of(String raw) {
        if (raw == null || raw.isEmpty() || raw.charAt(0) != '/' || raw.length() > MAX_LENGTH || isTricky(raw)) {
            return Optional.empty();
        }
        if (raw.indexOf('%') < 0) {
            return Optional.of(raw);
        }
        try {
            String decoded = UriUtils.decode(raw, StandardCharsets.UTF_8);
            return isTricky(decoded) || decoded.indexOf('%') >= 0 || decoded.indexOf('\uFFFD') >= 0
                    ? Optional.empty()
                    : Optional.of(decoded);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isTricky(String path) {
        return path.indexOf(';') >= 0
                || path.indexOf('\\') >= 0
                || path.contains("//")
                || path.contains("/./")
                || path.contains("/../")
                || path.endsWith("/.")
                || path.endsWith("/..")
                || path.indexOf('%') >= 0 && hidesSomething(path.toLowerCase(Locale.ROOT))
                || hasControl(path);
    }

    private static boolean hidesSomething(String encoded) {
        return encoded.contains("%2f") || encoded.contains("%2e") || encoded.contains("%5c") || encoded.contains("%25");
    }

    private static boolean hasControl(String path) {
        for (int i = 0; i < path.length(); i++) {
            if (Character.isISOControl(path.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
