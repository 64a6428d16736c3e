package org.gomall.web.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The token that proves that a form was written by us.
 *
 * <p>It is derived one way from what the browser already holds and no other site can read: the session cookie, or for
 * guests a random cookie of their own. So it needs no storage, changes with every login and logout, and says nothing
 * about the session.
 */
public final class Csrf {

    /** Request attribute that holds the token of a page request; templates print it into every form. */
    public static final String ATTRIBUTE = "org.gomall.web.csrf";

    /** Form field that carries the token. */
    public static final String FIELD = "_csrf";

    /** Header that carries the token. */
    public static final String HEADER = "X-CSRF-Token";

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "gomall form token".getBytes(StandardCharsets.UTF_8);
    private static final Duration GUEST_COOKIE_AGE = Duration.ofDays(1);

    private Csrf() {}

    /** The token for forms of this request; a guest without one gets the cookie it is bound to. */
    public static String token(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String secret = secret(request);
        if (secret == null) {
            secret = WebCookies.randomToken();
            WebCookies.write(request, response, WebCookies.GUEST_CSRF, secret, GUEST_COOKIE_AGE);
        }
        String token = derive(secret);
        request.setAttribute(ATTRIBUTE, token);
        return token;
    }

    /**
     * Has the forms of this request drawn with another text, for a page that others will get as well.
     *
     * @return gives it its own token back
     */
    public static Runnable replace(HttpServletRequest request, String text) {
        Object own = request.getAttribute(ATTRIBUTE);
        request.setAttribute(ATTRIBUTE, text);
        return () -> request.setAttribute(ATTRIBUTE, own);
    }

    /** Whether this request carries the token of its own session or guest cookie. */
    public static boolean isValid(HttpServletRequest request) {
        String secret = secret(request);
        String sent = request.getHeader(HEADER);
        if (sent == null) {
            sent = request.getParameter(FIELD);
        }
        return secret != null
                && sent != null
                && MessageDigest.isEqual(
                        derive(secret).getBytes(StandardCharsets.US_ASCII), sent.getBytes(StandardCharsets.UTF_8));
    }

    private static String secret(HttpServletRequest request) {
        String session = WebCookies.read(request, WebCookies.SESSION);
        return session == null ? WebCookies.read(request, WebCookies.GUEST_CSRF) : session;
    }

    private static String derive(String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(PURPOSE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
