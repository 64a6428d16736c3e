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
 * Accounts of the users who are here now, at most two seconds old, so that a change of roles reaches live sessions and a
 * page does not cost a remote call. While provider-user is away the last known state stays in force.
 */
@Component
class KnownAccounts {

    private static final Logger LOG = LoggerFactory.getLogger(KnownAccounts.class);
    private static final int CAPACITY = 20_000;
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final Duration STALE = Duration.ofHours(1);

    private final StaleCache<Long, AccountView> accounts;

    // Lazy, because filters (which know the caller) are made before Dubbo has read its configuration.
    KnownAccounts(@Lazy AccountService accountService, Clock clock) {
        this.accounts = new StaleCache<>(clock, CAPACITY, FRESH, STALE, id -> accountService.account(id));
    }

    /**
     * The account of a user, or empty when it does not exist any more.
     *
     * @param atLogin asked when provider-user is away and this process has not seen the user yet
     */
    Optional<AccountView> find(long userId, Supplier<Optional<AccountView>> atLogin) {
        try {
            return Optional.of(accounts.get(userId));
        } catch (BusinessException e) {
            if (!e.isFault() && e.error() != ErrorCode.RATE_LIMITED) {
                return Optional.empty();
            }
            LOG.warn("provider-user is away, user {} is who they were at the login: {}", userId, e.getMessage());
            return Optional.of(atLogin.get().orElseThrow(() -> e));
        }
    }

    void forget(long userId) {
        accounts.forget(userId);
    }
}
