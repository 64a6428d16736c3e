package org.gomall.user.account;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.dubbo.config.annotation.DubboService;
import org.apache.dubbo.config.annotation.Method;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.user.AccountService;
import org.gomall.api.user.AccountView;
import org.gomall.api.user.AuthenticateCommand;
import org.gomall.api.user.ChangePasswordCommand;
import org.gomall.api.user.ProfileView;
import org.gomall.api.user.RegisterCommand;
import org.gomall.api.user.UpdateProfileCommand;
import org.gomall.platform.id.Ids;
import org.gomall.user.role.UserRoles;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts. Passwords are hashed outside of transactions: no connection waits for them. */
@DubboService(
        methods = {
            // A wave of logins waits its turn to be hashed, see PasswordHasher.
            @Method(name = "register", timeout = Accounts.HASHING_TIMEOUT_MILLIS),
            @Method(name = "authenticate", timeout = Accounts.HASHING_TIMEOUT_MILLIS),
            @Method(name = "changePassword", timeout = 2 * Accounts.HASHING_TIMEOUT_MILLIS)
        })
class Accounts implements AccountService {

    static final int HASHING_TIMEOUT_MILLIS = 3_000;

    private static final String TAKEN = "is already taken";

    private final AccountMapper accounts;
    private final UserRoles roles;
    private final PasswordHasher hasher;
    private final Authentication authentication;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;

    Accounts(
            AccountMapper accounts,
            UserRoles roles,
            PasswordHasher hasher,
            Authentication authentication,
            TransactionTemplate transaction,
            Ids ids,
            Clock clock) {
        this.accounts = accounts;
        this.roles = roles;
        this.hasher = hasher;
        this.authentication = authentication;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public AccountView register(RegisterCommand command) {
        String usernameKey = NewAccount.key(command.username());
        String emailKey = NewAccount.key(command.email());
        refuseTaken(usernameKey, emailKey);
        Instant now = clock.instant();
        NewAccount account =
                new NewAccount(ids.next(), command.username(), command.email(), hasher.hash(command.password()), now);
        try {
            transaction.executeWithoutResult(status -> {
                accounts.insert(account, usernameKey, emailKey);
                roles.grant(account.userId(), UserRoles.USER, now);
            });
        } catch (DuplicateKeyException somebodyWasFaster) {
            refuseTaken(usernameKey, emailKey);
            throw somebodyWasFaster;
        }
        return account(account.userId());
    }

    @Override
    public AccountView authenticate(AuthenticateCommand command) {
        Credentials proven = authentication.byNameOrEmail(command.account(), command.password(), command.ip());
        return account(proven.userId());
    }

    @Override
    public AccountView account(long userId) {
        AccountMapper.Identity identity = accounts.identity(userId);
        if (identity == null) {
            throw notFound();
        }
        if (identity.status() == AccountStatus.BANNED) {
            throw new BusinessException(ErrorCode.BANNED);
        }
        UserRoles.Granted granted = roles.of(userId);
        return new AccountView(userId, identity.username(), identity.email(), granted.roles(), granted.permissions());
    }

    @Override
    public ProfileView profile(long userId) {
        ProfileView profile = accounts.profile(userId);
        if (profile == null) {
            throw notFound();
        }
        return profile;
    }

    @Override
    public ProfileView updateProfile(UpdateProfileCommand command) {
        if (accounts.updateProfile(withoutBlankNickname(command), clock.instant()) == 0) {
            throw notFound();
        }
        return profile(command.userId());
    }

    @Override
    public void changePassword(ChangePasswordCommand command) {
        Credentials proven = authentication.again(command.userId(), command.oldPassword());
        String newHash = hasher.hash(command.newPassword());
        if (accounts.changePassword(proven.userId(), proven.passwordHash(), newHash, clock.instant()) == 0) {
            throw new BusinessException(ErrorCode.BAD_CREDENTIALS);
        }
    }

    private void refuseTaken(String usernameKey, String emailKey) {
        Map<String, Object> taken = new LinkedHashMap<>();
        if (accounts.usernameTaken(usernameKey)) {
            taken.put("username", TAKEN);
        }
        if (accounts.emailTaken(emailKey)) {
            taken.put("email", TAKEN);
        }
        if (!taken.isEmpty()) {
            throw new BusinessException(
                    ErrorCode.CONFLICT, "Already taken: " + String.join(", ", taken.keySet()), taken);
        }
    }

    /** A blank name would leave nothing to call somebody by; without one the user name stands in. */
    private static UpdateProfileCommand withoutBlankNickname(UpdateProfileCommand command) {
        boolean blank = command.nickname() == null || command.nickname().isBlank();
        return new UpdateProfileCommand(
                command.userId(), blank ? null : command.nickname().strip(), command.phone(), command.avatar());
    }

    private static BusinessException notFound() {
        return BusinessException.notFound("account");
    }
}
