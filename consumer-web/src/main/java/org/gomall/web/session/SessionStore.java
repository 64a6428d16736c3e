package org.gomall.web.session;

import java.util.Optional;
import org.gomall.api.user.AccountView;

/** Sessions shared by all instances of the web. Every method throws UNAVAILABLE while the store is away. */
public interface SessionStore {

    /** Opens a session and answers its token; the account is kept as it is for times when provider-user is away. */
    String open(AccountView account);

    /** The user of a session, or empty when there is none such (any more). */
    Optional<Long> userOf(String token);

    /** The account as it was when the session was opened. */
    Optional<AccountView> accountAtLogin(String token);

    /** Ends one session at once, on every instance; a dead token is fine. */
    void end(String token);

    /** Ends every session of a user but one. */
    void endOthers(long userId, String tokenToKeep);

    /** Ends every session of a user. */
    void endAll(long userId);

    /**
     * A number that changes whenever somebody's rights changed ({@link #rightsChanged}). Whoever keeps rights in memory
     * reads it before loading them, and loads them again when it has moved.
     */
    long rightsVersion();

    /** To be called after roles, permissions, bans or access rules changed: every instance looks anew at its next request. */
    void rightsChanged();

    /** A number that changes whenever sessions of anybody were ended by {@link #endOthers}. */
    long endings();
}
