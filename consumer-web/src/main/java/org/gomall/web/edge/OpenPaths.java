package org.gomall.web.edge;

import java.util.List;
import org.gomall.web.security.StaticPaths;

/**
 * What stays open while the mall is closed or overrun: files, everything that is needed to do something about it, and callbacks
 * of the card channel, which bring payments that are under way to their end.
 */
final class OpenPaths {

    private static final List<String> ROOTS = List.of(
            "/admin",
            "/ops",
            "/api/admin",
            "/api/ops",
            "/login",
            "/logout",
            "/language",
            "/help",
            "/api/auth/login",
            "/api/auth/logout",
            "/api/auth/me",
            "/api/payments/callbacks");

    private OpenPaths() {}

    /** Whether this is one of them, or below it. */
    static boolean contain(String path) {
        for (String root : ROOTS) {
            if (isAtOrBelow(root, path)) {
                return true;
            }
        }
        return StaticPaths.contain(path);
    }

    private static boolean isAtOrBelow(String root, String path) {
        return path.startsWith(root) && (path.length() == root.length() || path.charAt(root.length()) == '/');
    }
}
