package org.gomall.api.user;

import org.gomall.api.common.BusinessException;

/** Accounts: who somebody is and how they prove it. Sessions are not here; they belong to consumer-web. */
public interface AccountService {

    /**
     * Creates an account with the role USER.
     *
     * <p>Not idempotent: the second call with the same name is refused.
     *
     * @throws BusinessException VALIDATION; CONFLICT when the name or the e-mail is taken (details: {@code username}, {@code email} or both, each with the
     *     reason)
     */
    AccountView register(RegisterCommand command) throws BusinessException;

    /**
     * Checks a password. Takes the same time whether the account exists or not. Failures are counted per account and
     * per IP address; too many of them slow down and then lock for a while.
     *
     * @throws BusinessException BAD_CREDENTIALS; BANNED when the password is right; RATE_LIMITED with {@code retryAfterSeconds}
     *     while locked, also for the right password
     */
    AccountView authenticate(AuthenticateCommand command) throws BusinessException;

    /**
     * An account with its roles and the permissions that follow from them. Safe to repeat.
     *
     * @throws BusinessException NOT_FOUND when there is none or it was closed; BANNED
     */
    AccountView account(long userId) throws BusinessException;

    /** The profile of a user. Safe to repeat. */
    ProfileView profile(long userId) throws BusinessException;

    /** Replaces the profile of a user. Safe to repeat. */
    ProfileView updateProfile(UpdateProfileCommand command) throws BusinessException;

    /**
     * Sets a new password.
     *
     * <p>Wrong old passwords are counted like failed logins.
     *
     * @throws BusinessException BAD_CREDENTIALS when the old password is wrong; RATE_LIMITED with {@code retryAfterSeconds};
     *     BANNED; VALIDATION
     */
    void changePassword(ChangePasswordCommand command) throws BusinessException;
}
