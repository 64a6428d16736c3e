package org.gomall.user.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Topics;
import org.gomall.api.user.AccountClosed;
import org.gomall.api.user.LeaveCommand;
import org.gomall.api.user.LeavingObstacle;
import org.gomall.api.user.LeavingService;
import org.gomall.platform.messaging.Outbox;
import org.springframework.transaction.support.TransactionTemplate;

/** Closing accounts: one local transaction leaves an id and nothing that tells whose it was. */
@DubboService(timeout = 2 * Accounts.HASHING_TIMEOUT_MILLIS)
class Leaving implements LeavingService {

    /** What somebody was doing in the moment of leaving has ended by then one way or the other. */
    private static final Duration AFTERMATH = Duration.ofMinutes(1);

    private final LeavingMapper mapper;
    private final AccountMapper accounts;
    private final Authentication authentication;
    private final LoginThrottle throttle;
    private final TransactionTemplate transaction;
    private final Outbox outbox;
    private final Clock clock;

    Leaving(
            LeavingMapper mapper,
            AccountMapper accounts,
            Authentication authentication,
            LoginThrottle throttle,
            TransactionTemplate transaction,
            Outbox outbox,
            Clock clock) {
        this.mapper = mapper;
        this.accounts = accounts;
        this.authentication = authentication;
        this.throttle = throttle;
        this.transaction = transaction;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public List<LeavingObstacle> obstacles(long userId) {
        List<LeavingObstacle> obstacles = new ArrayList<>();
        if (mapper.runsShop(userId)) {
            obstacles.add(LeavingObstacle.SHOP);
        }
        if (mapper.isAdmin(userId) && mapper.noOtherAdmin(userId)) {
            obstacles.add(LeavingObstacle.LAST_ADMIN);
        }
        return obstacles;
    }

    @Override
    public void check(LeaveCommand command) {
        authentication.again(command.userId(), command.password());
        refuseObstacles(command.userId());
    }

    @Override
    public void close(LeaveCommand command) {
        Credentials proven = authentication.again(command.userId(), command.password());
        transaction.executeWithoutResult(status -> close(proven));
    }

    private void close(Credentials proven) {
        long userId = proven.userId();
        if (mapper.isAdmin(userId)) {
            mapper.lockAdmins();
        }
        AccountMapper.Identity person = accounts.identity(userId);
        Instant now = clock.instant();
        // From here on the row is locked: who approves a shop or grants a role comes before or after.
        if (person == null || mapper.close(userId, proven.passwordHash(), anonymous(userId), now) == 0) {
            throw new BusinessException(ErrorCode.BAD_CREDENTIALS);
        }
        refuseObstacles(userId);
        mapper.deleteAddresses(userId);
        mapper.deleteRoles(userId);
        mapper.withdrawApplication(userId, anonymous(userId), now);
        throttle.forgetPerson(List.of(
                LoginSubject.account(userId),
                LoginSubject.nobody(NewAccount.key(person.username())),
                LoginSubject.nobody(NewAccount.key(person.email()))));
        AccountClosed event = new AccountClosed(userId);
        outbox.publish(Topics.USER, event);
        // Once more for what was under way: an order that was being placed has the address in it.
        outbox.publish(Topics.USER, event, now.plus(AFTERMATH));
    }

    private void refuseObstacles(long userId) {
        obstacles(userId).stream().findFirst().ifPresent(obstacle -> {
            throw refusal(obstacle);
        });
    }

    private static BusinessException refusal(LeavingObstacle obstacle) {
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
