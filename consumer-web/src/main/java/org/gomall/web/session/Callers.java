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
            if (e.isFault()) {
                LOG.warn("cannot tell who is calling, treated as a guest: {}", e.getMessage());
            }
            return Optional.empty();
        }
    }

    /**
     * The user.
     *
     * @throws BusinessException NOT_LOGGED_IN for a guest; BANNED; UNAVAILABLE when sessions cannot be read
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

    /**
     * The account behind this request, or empty for a guest.
     *
     * @throws BusinessException BANNED; UNAVAILABLE when sessions or the account cannot be read
     */
    public Optional<AccountView> account(HttpServletRequest request) throws BusinessException {
        Known known = known(request);
        if (known.failure() != null) {
            throw known.failure();
        }
        return known.account();
    }

    /** The session of this request as it was looked up, also one that a ban has ended; empty when there is none. */
    public Optional<LiveSession> session(HttpServletRequest request) {
        return known(request).session();
    }

    /** From here on the request counts as one of a guest. */
    public static void treatAsGuest(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, Known.GUEST);
    }

    /**
     * Has the pages of this request drawn for a user with the same roles, another name and nothing else, because others will
     * get them as well.
     *
     * @return makes it a request of its own user again
     */
    public static Runnable rename(HttpServletRequest request, String username) {
        Object own = request.getAttribute(ATTRIBUTE);
        if (own instanceof Known known && known.account().isPresent()) {
            List<String> roles = known.account().get().roles();
            AccountView nobody = new AccountView(0, username, "", roles, List.of());
            request.setAttribute(ATTRIBUTE, new Known(Optional.empty(), Optional.of(nobody), null));
        }
        return () -> request.setAttribute(ATTRIBUTE, own);
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

    private Known known(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Known known) {
            return known;
        }
        String token = token(request);
        Known known = token == null ? Known.GUEST : lookUp(token);
        request.setAttribute(ATTRIBUTE, known);
        return known;
    }

    private Known lookUp(String token) {
        Optional<LiveSession> session = Optional.empty();
        try {
            session = sessions.find(token);
            return new Known(session, session.flatMap(live -> accountOf(live, token)), null);
        } catch (BusinessException e) {
            return new Known(session, Optional.empty(), e);
        }
    }

    private Optional<AccountView> accountOf(LiveSession live, String token) {
        Optional<AccountView> account = accounts.find(
                live.userId(),
                live.rightsVersion(),
                () -> live.ended() ? Optional.empty() : sessions.accountAtLogin(token, live.rightsVersion()));
        return live.ended() ? Optional.empty() : account;
    }

    /** Forgets what was found out about this request, after it logged in or out. */
    static void forget(HttpServletRequest request) {
        request.removeAttribute(ATTRIBUTE);
        request.removeAttribute(Csrf.ATTRIBUTE);
    }

    /** What was found out, or why nothing could be. */
    private record Known(Optional<LiveSession> session, Optional<AccountView> account, BusinessException failure) {

        private static final Known GUEST = new Known(Optional.empty(), Optional.empty(), null);
    }
}
