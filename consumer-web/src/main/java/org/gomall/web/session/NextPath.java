package org.gomall.web.session;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

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

    /** The address of the login page that leads on to {@code next}. */
    public static String login(String next) {
        String checked = orHome(next);
        return checked.equals("/") ? "/login" : "/login?next=" + URLEncoder.encode(checked, StandardCharsets.UTF_8);
    }

    /**
     * The address of the login page that leads back to the page that this request asked for, or on which it was made when it
     * sent a form or asked for a part.
     */
    public static String loginFor(HttpServletRequest request) {
        boolean get = request.getMethod().equals("GET");
        String madeOn = get && request.getHeader("HX-Request") == null ? null : pageOf(request);
        return login(madeOn == null && get ? path(request.getRequestURI(), request.getQueryString()) : madeOn);
    }

    /** Only the path: the page of another site becomes one of ours, or none. */
    private static String pageOf(HttpServletRequest request) {
        String page = request.getHeader(HttpHeaders.REFERER);
        try {
            URI uri = page == null ? null : new URI(page);
            return uri == null ? null : path(uri.getRawPath(), uri.getRawQuery());
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static String path(String path, String query) {
        return query == null ? path : path + "?" + query;
    }
}
