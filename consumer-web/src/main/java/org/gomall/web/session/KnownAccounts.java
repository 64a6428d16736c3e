package org.gomall.web.session;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.user.AccountService;
import org.gomall.api.user.AccountView;
import org.gomall.web.remote.StaleCache;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Accounts of the users who are here now. Each is kept with the rights version that was read before it was loaded, and
 * loaded again as soon as a request has seen a newer one: so a change of roles, permissions or a ban holds for the next
 * request of a live session, and a page costs neither a remote call nor a database read.
 *
 * <p>No entry is older than two seconds either. That covers a web process which dies between the provider's commit and
 * {@link SessionStore#rightsChanged}, and changes that no web process made (docs/adr/0004).
 *
 * <p>While provider-user is away or slow the last known state stays in force, but only if no rights have changed since: an old
 * right is never used although it is known to be old.
 */
@Component
class KnownAccounts {

    private static final Logger LOG = LoggerFactory.getLogger(KnownAccounts.class);
    private static final int CAPACITY = 20_000;
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final Duration STALE = Duration.ofHours(1);

    private final StaleCache<Long, Standing> accounts;

    // Lazy, because filters (which know the caller) are made before Dubbo has read its configuration.
    KnownAccounts(@Lazy AccountService accountService, Clock clock) {
        this.accounts = new StaleCache<>("accounts", clock, CAPACITY, FRESH, STALE, id -> standing(accountService, id));
    }

    /**
     * The account of a user, or empty when it does not exist any more.
     *
     * @param rightsVersion read before this call; rights older than it are not used
     * @param atLogin asked when provider-user is away and this process has not seen the user yet
     * @throws BusinessException BANNED; UNAVAILABLE when provider-user is away and nothing usable is known
     */
    Optional<AccountView> find(long userId, long rightsVersion, Supplier<Optional<AccountView>> atLogin) {
        Standing standing;
        try {
            standing = accounts.get(userId, rightsVersion);
        } catch (BusinessException e) {
            if (!e.isFault() && e.error() != ErrorCode.RATE_LIMITED) {
                return Optional.empty();
            }
            LOG.warn("provider-user is away, user {} is who they were at the login: {}", userId, e.getMessage());
            return Optional.of(atLogin.get().orElseThrow(() -> e));
        }
        if (standing.banned()) {
            throw new BusinessException(ErrorCode.BANNED);
        }
        return Optional.of(standing.account());
    }

    void forget(long userId) {
        accounts.forget(userId);
    }

    private static Standing standing(AccountService accounts, long userId) {
        try {
            return new Standing(accounts.account(userId), false);
        } catch (BusinessException e) {
            if (e.error() == ErrorCode.BANNED) {
                return new Standing(null, true);
            }
            throw e;
        }
    }

    /** An account, or the fact that it is banned: kept as well, so that who is kept out costs no more than who is not. */
    private record Standing(AccountView account, boolean banned) {}
}
