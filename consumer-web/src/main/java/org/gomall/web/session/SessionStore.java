package org.gomall.web.session;

import java.util.Optional;
import org.gomall.api.user.AccountView;

/**
 * Sessions shared by all instances of the web. Every method throws UNAVAILABLE while the store is away. A change has returned
 * only when it holds for whatever {@link #find} is asked next, on every instance; that takes a second when an instance does not
 * answer (docs/adr/0032).
 */
public interface SessionStore {

    /**
     * Opens a session and answers its token; the account is kept as it is for times when provider-user is away.
     *
     * @param rightsVersion what {@link #rightsVersion} was before the account was loaded
     */
    String open(AccountView account, long rightsVersion);

    /** The session of a token, and the rights version along with it; empty when there is none such (any more). */
    Optional<LiveSession> find(String token);

    /** The account as it was when the session was opened; empty when somebody's rights have changed since. */
    Optional<AccountView> accountAtLogin(String token, long rightsVersion);

    /** Ends one session at once, on every instance; a dead token is fine. */
    void end(String token);

    /** Ends every session of a user but one. */
    void endOthers(long userId, String tokenToKeep);

    /** Ends every session of a user. */
    void endAll(long userId);

    /** The same for a user who was banned; {@link #find} goes on telling whose token it was. */
    void endAllOfBanned(long userId);

    /**
     * A number that changes whenever somebody's rights changed ({@link #rightsChanged}). Whoever keeps rights in memory
     * reads it before loading them, and loads them again when it has moved.
     */
    long rightsVersion();

    /** To be called after roles, permissions, bans or access rules changed: every instance looks anew at its next request. */
    void rightsChanged();

    /**
     * Hands a new document of access rules to every instance and counts as {@link #rightsChanged}: it is there sooner than
     * what Nacos pushes. Kept for a minute; by then the push has arrived.
     */
    void handOver(String accessRules);

    /** The document handed over within the last minute. */
    Optional<String> handedOver();

    /** A number that changes whenever sessions of anybody were ended by {@link #endOthers}. */
    long endings();
}
