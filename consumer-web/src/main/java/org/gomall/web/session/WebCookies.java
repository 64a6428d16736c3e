package org.gomall.web.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The cookies of the web: never readable by scripts, never sent along by other sites' forms. */
public final class WebCookies {

    /** The session token of a logged-in browser. */
    public static final String SESSION = "gomall-token";

    /** What a guest's cart is found by. */
    public static final String GUEST_CART = "gomall-cart";

    /** What a guest's form tokens are bound to. */
    public static final String GUEST_CSRF = "gomall-csrf";

    private static final SecureRandom RANDOM = new SecureRandom();

    private WebCookies() {}

    /** The value of a cookie of this request, or null. */
    public static String read(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return null;
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(name) && !cookie.getValue().isEmpty()) {
                return cookie.getValue();
            }
        }
        return null;
    }

    /** Gives the browser a cookie that lives for {@code age}. */
    public static void write(
            HttpServletRequest request, HttpServletResponse response, String name, String value, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(age)
                        .build()
                        .toString());
    }

    /** Makes the browser forget a cookie. */
    public static void clear(HttpServletRequest request, HttpServletResponse response, String name) {
        write(request, response, name, "", Duration.ZERO);
    }

    /** 256 random bits, safe in cookies, headers and URLs. */
    static String randomToken() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
