package org.gomall.web.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.user.AccountService;
import org.gomall.api.user.AccountView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Accounts of the users who are here now, at most two seconds old, so that a change of roles reaches live sessions and a
 * page does not cost a remote call. While provider-user is away the last known state stays in force.
 */
@Component
class KnownAccounts {

    private static final Logger LOG = LoggerFactory.getLogger(KnownAccounts.class);
    private static final int CAPACITY = 20_000;

    private final AccountService accounts;
    private final Cache<Long, AccountView> fresh = Caffeine.newBuilder()
            .maximumSize(CAPACITY)
            .expireAfterWrite(Duration.ofSeconds(2))
            .build();
    private final Cache<Long, AccountView> lastKnown = Caffeine.newBuilder()
            .maximumSize(CAPACITY)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    KnownAccounts(AccountService accounts) {
        this.accounts = accounts;
    }

    /**
     * The account of a user, or empty when it does not exist any more.
     *
     * @param atLogin asked when provider-user is away and this process has not seen the user yet
     */
    Optional<AccountView> find(long userId, Supplier<Optional<AccountView>> atLogin) {
        return Optional.ofNullable(fresh.get(userId, id -> load(id, atLogin)));
    }

    void forget(long userId) {
        fresh.invalidate(userId);
    }

    private AccountView load(long userId, Supplier<Optional<AccountView>> atLogin) {
        try {
            AccountView account = accounts.account(userId);
            lastKnown.put(userId, account);
            return account;
        } catch (BusinessException e) {
            if (!e.isFault() && e.error() != ErrorCode.RATE_LIMITED) {
                lastKnown.invalidate(userId);
                return null;
            }
            LOG.warn("provider-user is away, roles of user {} stay as they were: {}", userId, e.getMessage());
            AccountView known = lastKnown.getIfPresent(userId);
            return known != null ? known : atLogin.get().orElseThrow(() -> e);
        }
    }
}
