package org.gomall.web.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.gomall.api.common.BusinessException;
import org.gomall.api.order.CartService;
import org.gomall.api.user.AccountService;
import org.gomall.api.user.AccountView;
import org.gomall.api.user.AuthenticateCommand;
import org.gomall.api.user.ChangePasswordCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Logging in and out, for the API and the pages alike. */
@Component
public class Sessions {

    /** How long a session lives. */
    static final Duration LIFETIME = Duration.ofDays(7);

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    private final AccountService accounts;
    private final CartService carts;
    private final SessionStore store;
    private final KnownAccounts known;

    Sessions(AccountService accounts, CartService carts, SessionStore store, KnownAccounts known) {
        this.accounts = accounts;
        this.carts = carts;
        this.store = store;
        this.known = known;
    }

    /**
     * Checks the password and opens a session with a token of its own: a token from before the login is never taken over,
     * and the session it belonged to ends. The guest's cart becomes part of the user's.
     *
     * @throws BusinessException BAD_CREDENTIALS; BANNED; RATE_LIMITED; VALIDATION
     */
    public LoggedIn login(HttpServletRequest request, HttpServletResponse response, String account, String password)
            throws BusinessException {
        AuthenticateCommand proof = new AuthenticateCommand(account, password, request.getRemoteAddr());
        long endings = store.endings();
        long rights = store.rightsVersion();
        AccountView who = accounts.authenticate(proof);
        String token = store.open(who, rights);
        if (store.endings() != endings) {
            proveAgain(proof, token);
        }
        endCookieSession(request);
        mergeGuestCart(request, response, who.userId());
        WebCookies.write(request, response, WebCookies.SESSION, token, LIFETIME);
        WebCookies.clear(request, response, WebCookies.GUEST_CSRF);
        Callers.forget(request);
        return new LoggedIn(token, who);
    }

    /** Ends the session of this request; its token is dead at once, everywhere. */
    public void logout(HttpServletRequest request, HttpServletResponse response) throws BusinessException {
        String token = Callers.token(request);
        if (token != null) {
            store.end(token);
        }
        WebCookies.clear(request, response, WebCookies.SESSION);
        Callers.forget(request);
    }

    /**
     * Sets a new password and ends every other session of the user.
     *
     * @throws BusinessException BAD_CREDENTIALS when the old password is wrong; VALIDATION
     */
    public void changePassword(HttpServletRequest request, CurrentUser user, String oldPassword, String newPassword)
            throws BusinessException {
        accounts.changePassword(new ChangePasswordCommand(user.userId(), oldPassword, newPassword));
        store.endOthers(user.userId(), Callers.token(request));
        known.forget(user.userId());
    }

    /** Ends every session of a user who has left, this one included. */
    public void endAll(HttpServletRequest request, HttpServletResponse response, CurrentUser user)
            throws BusinessException {
        store.endAll(user.userId());
        store.rightsChanged();
        known.forget(user.userId());
        WebCookies.clear(request, response, WebCookies.SESSION);
        Callers.forget(request);
    }

    /**
     * Somebody's sessions were ended meanwhile, by a new password or a ban. If they were these ones, the new session came
     * too late to be ended with the others.
     */
    private void proveAgain(AuthenticateCommand proof, String token) {
        try {
            accounts.authenticate(proof);
        } catch (BusinessException e) {
            store.end(token);
            throw e;
        }
    }

    private void endCookieSession(HttpServletRequest request) {
        String before = WebCookies.read(request, WebCookies.SESSION);
        if (before != null) {
            store.end(before);
        }
    }

    private void mergeGuestCart(HttpServletRequest request, HttpServletResponse response, long userId) {
        String guest = GuestCarts.token(request);
        if (guest == null) {
            return;
        }
        try {
            carts.merge(guest, userId);
            WebCookies.clear(request, response, WebCookies.GUEST_CART);
        } catch (BusinessException e) {
            // Nobody is kept out because of a cart: the cookie stays and the next login merges it.
            LOG.warn("the guest cart of user {} could not be merged: {}", userId, e.getMessage());
        }
    }
}
