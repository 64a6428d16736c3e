package org.gomall.web.security;

import java.util.List;

/** Files that are the same for everybody: no forms, no session. */
public final class StaticPaths {

    private static final List<String> ROOTS =
            List.of("/css/", "/js/", "/img/", "/media/", "/webjars/", "/swagger-ui/", "/favicon.ico");

    private StaticPaths() {}

    /** Whether this is the address of such a file. */
    public static boolean contain(String path) {
        for (String root : ROOTS) {
            if (path.startsWith(root)) {
                return true;
            }
        }
        return false;
    }

    /** The same as patterns of Spring. */
    public static List<String> patterns() {
        return ROOTS.stream()
                .map(root -> root.endsWith("/") ? root + "**" : root)
                .toList();
    }
}
