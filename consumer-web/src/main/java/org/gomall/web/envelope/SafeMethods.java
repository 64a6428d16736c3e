package org.gomall.web.envelope;

import java.util.Set;

/** The methods of HTTP that change nothing. */
public final class SafeMethods {

    private static final Set<String> ALL = Set.of("GET", "HEAD", "OPTIONS");

    private SafeMethods() {}

    /** Whether this is one of them. */
    public static boolean contain(String method) {
        return ALL.contains(method);
    }
}
