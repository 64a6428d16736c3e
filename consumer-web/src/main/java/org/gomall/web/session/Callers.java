package org.gomall.web.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.user.AccountView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells who sends a request: by {@code Authorization: Bearer TOKEN}, else by the session cookie. Asked once per request. */
@Component
public class Callers {

    private static final Logger LOG = LoggerFactory.getLogger(Callers.class);
    private static final String ATTRIBUTE = Callers.class.getName();
    private static final String AUTHORIZATION = "Authorization";
    private static final String BEARER = "bearer ";

    private final SessionStore sessions;
    private final KnownAccounts accounts;

    Callers(SessionStore sessions, KnownAccounts accounts) {
        this.sessions = sessions;
        this.accounts = accounts;
    }

    /** The user, or empty for a guest. Never throws: while sessions cannot be read, everybody is a guest. */
    public Optional<CurrentUser> current(HttpServletRequest request) {
        try {
            return account(request).map(Callers::user);
        } catch (BusinessException e) {
            LOG.warn("cannot tell who is calling, treated as a guest: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * The user.
     *
     * @throws BusinessException NOT_LOGGED_IN for a guest; UNAVAILABLE when sessions cannot be read
     */
    public CurrentUser require(HttpServletRequest request) throws BusinessException {
        return account(request).map(Callers::user).orElseThrow(() -> new BusinessException(ErrorCode.NOT_LOGGED_IN));
    }

    /**
     * The user where guests are welcome, but a token that was sent in a header must be alive: the sender counts on it.
     *
     * @throws BusinessException NOT_LOGGED_IN for a dead Bearer token; UNAVAILABLE when sessions cannot be read
     */
    public Optional<CurrentUser> currentOrGuest(HttpServletRequest request) throws BusinessException {
        if (bearerToken(request) != null) {
            return Optional.of(require(request));
        }
        return account(request).map(Callers::user);
    }

    /** The patterns {@code METHOD:regex} that the caller's roles permit; none for a guest. */
    public List<String> permissions(HttpServletRequest request) throws BusinessException {
        return account(request).map(AccountView::permissions).orElse(List.of());
    }

    /** The token of this request, dead or alive, or null. */
    static String token(HttpServletRequest request) {
        String bearer = bearerToken(request);
        return bearer == null ? WebCookies.read(request, WebCookies.SESSION) : bearer;
    }

    /** Whether a browser vouches for this request by its cookie alone. */
    public static boolean isByCookie(HttpServletRequest request) {
        return bearerToken(request) == null && WebCookies.read(request, WebCookies.SESSION) != null;
    }

    /** Whether this request claims to belong to a session, dead or alive. */
    public static boolean hasSession(HttpServletRequest request) {
        return token(request) != null;
    }

    private static String bearerToken(HttpServletRequest request) {
        String header = request.getHeader(AUTHORIZATION);
        boolean bearer = header != null && header.toLowerCase(Locale.ROOT).startsWith(BEARER);
        return bearer ? header.substring(BEARER.length()).strip() : null;
    }

    private static CurrentUser user(AccountView account) {
        return new CurrentUser(account.userId(), account.username(), account.roles());
    }

    private Optional<AccountView> account(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Known known) {
            return known.account();
        }
        Optional<AccountView> account = Optional.ofNullable(token(request)).flatMap(this::accountOf);
        request.setAttribute(ATTRIBUTE, new Known(account));
        return account;
    }

    private Optional<AccountView> accountOf(String token) {
        return sessions.userOf(token).flatMap(userId -> accounts.find(userId, () -> sessions.accountAtLogin(token)));
    }

    /** Forgets what was found out about this request, after it logged in or out. */
    static void forget(HttpServletRequest request) {
        request.removeAttribute(ATTRIBUTE);
        request.removeAttribute(Csrf.ATTRIBUTE);
    }

    private record Known(Optional<AccountView> account) {}
}
