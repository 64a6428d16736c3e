package org.gomall.user.account;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.platform.config.LiveSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Slows guessing down: counts failed logins per account and per network and refuses for ever longer times.
 *
 * <p>The decision falls after the password was hashed, under the lock of the counters. So a burst of guesses learns no
 * more than the same guesses one after another: once the limit is reached, even the right password among them is
 * answered like the others. And people who log in with the right password many times at once do not hinder each other.
 *
 * <p>Live settings, all beginning with {@code gomall.user.login.}: {@code account.free-failures} [5],
 * {@code network.free-failures} [20], {@code first-wait} [5s], {@code longest-wait} [15m] and {@code forget-after}
 * [1h].
 */
@Component
class LoginThrottle {

    private static final Logger log = LoggerFactory.getLogger(LoginThrottle.class);

    private static final String SETTINGS = "gomall.user.login.";
    private static final long FREE_FAILURES_OF_ACCOUNT = 5;
    private static final long FREE_FAILURES_OF_NETWORK = 20;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGET_AFTER = Duration.ofHours(1);

    private final LoginFailureMapper failures;
    private final TransactionTemplate transaction;
    private final LiveSettings settings;

    LoginThrottle(LoginFailureMapper failures, TransactionTemplate transaction, LiveSettings settings) {
        this.failures = failures;
        this.transaction = transaction;
        this.settings = settings;
    }

    /** Refuses at once while one of the subjects is blocked; saves the work of hashing. */
    void refuseBlocked(List<LoginSubject> subjects) {
        Long seconds = failures.blockedSeconds(subjects);
        if (seconds != null) {
            throw new BusinessException(
                    ErrorCode.RATE_LIMITED,
                    "Too many failed attempts, please try again later",
                    Map.of("retryAfterSeconds", Math.max(1, seconds)));
        }
    }

    /**
     * Counts a wrong password.
     *
     * @param subjects the account first: everybody locks in this order, so nobody deadlocks
     */
    void failed(List<LoginSubject> subjects) {
        transaction.executeWithoutResult(status -> {
            subjects.forEach(failures::lock);
            refuseBlocked(subjects);
            subjects.forEach(this::count);
        });
    }

    /** The right password. The network does not start anew: an attacker would clear it with an account of his own. */
    void succeeded(LoginSubject account, List<LoginSubject> subjects) {
        refuseBlocked(subjects);
        failures.forget(account.digest());
    }

    /** Removes what is counted about somebody who leaves, in the caller's transaction. */
    void forgetPerson(List<LoginSubject> subjects) {
        subjects.forEach(subject -> failures.remove(subject.digest()));
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
    void purge() {
        failures.purge(forgetSeconds());
    }

    private void count(LoginSubject subject) {
        long inARow = failures.failures(subject.digest(), forgetSeconds()) + 1;
        long waitSeconds = policy(subject.scope()).waitAfter(inARow).toSeconds();
        failures.count(subject.digest(), inARow, waitSeconds);
        if (waitSeconds > 0) {
            log.info(
                    "{} {} failed {} logins in a row and waits {} s",
                    subject.scope(),
                    subject.digest().substring(0, 8),
                    inARow,
                    waitSeconds);
        }
    }

    private LoginPolicy policy(LoginSubject.Scope scope) {
        long free =
                switch (scope) {
                    case ACCOUNT -> settings.number(SETTINGS + "account.free-failures", FREE_FAILURES_OF_ACCOUNT);
                    case NETWORK -> settings.number(SETTINGS + "network.free-failures", FREE_FAILURES_OF_NETWORK);
                };
        return new LoginPolicy(
                free,
                settings.duration(SETTINGS + "first-wait", FIRST_WAIT),
                settings.duration(SETTINGS + "longest-wait", LONGEST_WAIT));
    }

    private long forgetSeconds() {
        return Math.max(
                1, settings.duration(SETTINGS + "forget-after", FORGET_AFTER).toSeconds());
    }
}
