package org.gomall.web.session;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Where to go after logging in: only ever a path of this site. */
public final class NextPath {

    private static final int MAX_LENGTH = 1_000;

    /** A path from the root, in the characters of a plain path and query; so no scheme, host, backslash or control character. */
    private static final Pattern LOCAL = Pattern.compile("/(?!/)[A-Za-z0-9/._~%!$&'()*+,=:@?-]*");

    private NextPath() {}

    /** {@code next} if it stays on this site and is no page that only logs in or out, else the home page. */
    public static String orHome(String next) {
        if (next == null
                || next.length() > MAX_LENGTH
                || !LOCAL.matcher(next).matches()
                || next.contains("//")
                || next.matches("/(?:api|login|logout|register)(?:[/?].*)?")) {
            return "/";
        }
        return next;
    }

    /** The address of the login page that leads back to what this request asked for. */
    public static String loginFor(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) {
            return "/login";
        }
        String query = request.getQueryString();
        String wanted = orHome(request.getRequestURI() + (query == null ? "" : "?" + query));
        return "/login?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
    }
}
