package org.gomall.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gomall.web.session.WebCookies;

/**
 * A message for the next page: "Added to the cart".
 *
 * <p>Pages have no server-side session, so the message key and its plain arguments travel in a cookie that lives for a
 * minute and is removed by the page that shows it. Only keys that exist in the bundles are ever shown.
 *
 * @param key message key without the leading {@code flash.}
 * @param args ids and numbers only
 */
public record Flash(String key, List<String> args) {

    static final String COOKIE = "gomall-flash";
    static final String ATTRIBUTE = Flash.class.getName();

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final Pattern WELL_FORMED = Pattern.compile("[a-z][a-zA-Z.]{0,60}(:[A-Za-z0-9-]{1,40}){0,3}");

    /** Leaves a message for the next page of this browser. */
    public static void say(HttpServletRequest request, HttpServletResponse response, String key, Object... args) {
        StringBuilder value = new StringBuilder(key);
        for (Object arg : args) {
            value.append(':').append(arg);
        }
        WebCookies.write(request, response, COOKIE, value.toString(), KEPT);
    }

    /** Whether a message waits for the next page of this browser. */
    public static boolean waits(HttpServletRequest request) {
        return WebCookies.read(request, COOKIE) != null;
    }

    static Optional<Flash> in(HttpServletRequest request) {
        String value = WebCookies.read(request, COOKIE);
        if (value == null || !WELL_FORMED.matcher(value).matches()) {
            return Optional.empty();
        }
        String[] parts = value.split(":");
        return Optional.of(new Flash(parts[0], Arrays.asList(parts).subList(1, parts.length)));
    }
}
