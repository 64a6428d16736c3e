package org.gomall.user.account;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.springframework.stereotype.Component;

/** Checks passwords, at the same cost whether the account exists or not. */
@Component
class Authentication {

    private final AccountMapper accounts;
    private final PasswordHasher hasher;
    private final LoginThrottle throttle;

    Authentication(AccountMapper accounts, PasswordHasher hasher, LoginThrottle throttle) {
        this.accounts = accounts;
        this.hasher = hasher;
        this.throttle = throttle;
    }

    /** Whose account this is, by name or e-mail and password, tried from {@code ip} (may be null). */
    Credentials byNameOrEmail(String account, String password, String ip) {
        String key = NewAccount.key(account);
        Credentials known = key.contains("@") ? accounts.credentialsOfEmail(key) : accounts.credentialsOfUsername(key);
        LoginSubject subject = known == null ? LoginSubject.nobody(key) : LoginSubject.account(known.userId());
        return check(known, subject, password, LoginSubject.network(ip));
    }

    /** The same for somebody who is logged in and says the password again. */
    Credentials again(long userId, String password) {
        return check(accounts.credentials(userId), LoginSubject.account(userId), password, Optional.empty());
    }

    private Credentials check(
            Credentials known, LoginSubject account, String password, Optional<LoginSubject> network) {
        List<LoginSubject> subjects =
                Stream.concat(Stream.of(account), network.stream()).toList();
        throttle.refuseBlocked(subjects);
        if (!matches(known, password)) {
            throttle.failed(subjects);
            throw new BusinessException(ErrorCode.BAD_CREDENTIALS);
        }
        throttle.succeeded(account, subjects);
        // Only who knows the password learns of the ban.
        if (known.status() == AccountStatus.BANNED) {
            throw new BusinessException(ErrorCode.BANNED);
        }
        return known;
    }

    private boolean matches(Credentials known, String password) {
        return known == null || known.status() == AccountStatus.CLOSED
                ? hasher.matchesNobody(password)
                : hasher.matches(password, known.passwordHash());
    }
}
