package org.gomall.web.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.gomall.api.order.CartOwner;
import org.springframework.stereotype.Component;

/** Tells whose cart a request means: the user's, or the one that a guest's cookie names. */
@Component
public class GuestCarts {

    private static final Duration COOKIE_AGE = Duration.ofDays(30);
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final Callers callers;

    GuestCarts(Callers callers) {
        this.callers = callers;
    }

    /** The owner of the cart; a guest who is about to change something gets a cookie for it. */
    public CartOwner owner(HttpServletRequest request, HttpServletResponse response) {
        return callers.currentOrGuest(request)
                .map(user -> CartOwner.user(user.userId()))
                .orElseGet(() -> CartOwner.guest(guestToken(request, response)));
    }

    /** The token of the guest's cart, or null. */
    static String token(HttpServletRequest request) {
        String token = WebCookies.read(request, WebCookies.GUEST_CART);
        return token != null && TOKEN.matcher(token).matches() ? token : null;
    }

    private static String guestToken(HttpServletRequest request, HttpServletResponse response) {
        String token = token(request);
        if (token != null) {
            return token;
        }
        String fresh = WebCookies.randomToken();
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            WebCookies.write(request, response, WebCookies.GUEST_CART, fresh, COOKIE_AGE);
        }
        return fresh;
    }
}
