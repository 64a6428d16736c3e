package org.gomall.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.gomall.api.common.BusinessException;
import org.gomall.api.order.CartOwner;
import org.gomall.api.order.CartService;
import org.gomall.api.order.CartView;
import org.gomall.web.session.WebCookies;
import org.springframework.stereotype.Component;

/**
 * The number on the cart in the header. It is remembered in a cookie whenever a page has seen the cart, so that no other
 * page has to ask provider-order for it. Only an ornament: the cart page itself always shows the truth.
 */
@Component
public class CartCount {

    static final String COOKIE = "gomall-cart-count";

    private static final String ATTRIBUTE = CartCount.class.getName();
    private static final Duration KEPT = Duration.ofDays(7);

    private final CartService carts;

    CartCount(CartService carts) {
        this.carts = carts;
    }

    /** Remembers what a cart holds. */
    public void remember(HttpServletRequest request, HttpServletResponse response, CartView cart) {
        write(request, response, cart.count());
    }

    /** Asks for the cart of somebody whose cart has just become another one; when it cannot be asked, nothing changes. */
    public void refresh(HttpServletRequest request, HttpServletResponse response, CartOwner owner) {
        try {
            remember(request, response, carts.view(owner));
        } catch (BusinessException e) {
            write(request, response, 0);
        }
    }

    /** Forgets the cart of somebody who has left. */
    public void forget(HttpServletRequest request, HttpServletResponse response) {
        write(request, response, 0);
    }

    /** Pieces in the cart as far as this browser knows. */
    public static int in(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Integer known) {
            return known;
        }
        String value = WebCookies.read(request, COOKIE);
        return value != null && value.matches("\\d{1,5}") ? Integer.parseInt(value) : 0;
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, int count) {
        request.setAttribute(ATTRIBUTE, count);
        WebCookies.write(request, response, COOKIE, Integer.toString(count), KEPT);
    }
}
