package org.gomall.user.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Topics;
import org.gomall.api.user.AccountClosed;
import org.gomall.api.user.LeavingObstacle;
import org.gomall.platform.messaging.Outbox;
import org.gomall.user.audit.AuditTraces;
import org.gomall.user.role.Admins;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closes accounts: one local transaction leaves an id and nothing that tells whose it was. */
@Component
class Closing {

    /** What somebody was doing in the moment of leaving has ended by then one way or the other. */
    private static final Duration AFTERMATH = Duration.ofMinutes(1);

    private final LeavingMapper mapper;
    private final AccountMapper accounts;
    private final Admins admins;
    private final AuditTraces traces;
    private final LoginThrottle throttle;
    private final Outbox outbox;
    private final Clock clock;

    Closing(
            LeavingMapper mapper,
            AccountMapper accounts,
            Admins admins,
            AuditTraces traces,
            LoginThrottle throttle,
            Outbox outbox,
            Clock clock) {
        this.mapper = mapper;
        this.accounts = accounts;
        this.admins = admins;
        this.traces = traces;
        this.throttle = throttle;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Closes the account whose password was just checked.
     *
     * @throws BusinessException BAD_CREDENTIALS when it has changed since; ILLEGAL_STATE with the obstacle as {@code reason}
     */
    @Transactional
    public void close(Credentials proven) {
        long userId = proven.userId();
        // First, because everybody takes the lock of the admins before that of an account.
        admins.keepAnotherThan(userId);
        AccountMapper.Identity person = accounts.identity(userId);
        Instant now = clock.instant();
        // From here on the row is locked: who approves a shop, grants a role or logs an act comes before or after.
        if (person == null || mapper.close(userId, proven.passwordHash(), anonymous(userId), now) == 0) {
            throw new BusinessException(ErrorCode.BAD_CREDENTIALS);
        }
        if (mapper.runsShop(userId)) {
            throw refusal(LeavingObstacle.SHOP);
        }
        mapper.deleteAddresses(userId);
        mapper.deleteRoles(userId);
        mapper.withdrawApplication(userId, anonymous(userId), now);
        traces.remove(userId);
        throttle.forgetPerson(List.of(
                LoginSubject.account(userId),
                LoginSubject.nobody(NewAccount.key(person.username())),
                LoginSubject.nobody(NewAccount.key(person.email()))));
        AccountClosed event = new AccountClosed(userId);
        outbox.publish(Topics.USER, event);
        // Once more for what was under way: an order that was being placed has the address in it.
        outbox.publish(Topics.USER, event, now.plus(AFTERMATH));
    }

    static BusinessException refusal(LeavingObstacle obstacle) {
        String why = obstacle == LeavingObstacle.SHOP
                ? "Whoever runs a shop cannot leave; the shop has to be closed first"
                : "The last admin cannot leave";
        return new BusinessException(ErrorCode.ILLEGAL_STATE, why, Map.of("reason", obstacle.name()));
    }

    /** A colon is in no user name and no e-mail address is without @: nobody can take it before. */
    private static String anonymous(long userId) {
        return "closed:" + userId;
    }
}
