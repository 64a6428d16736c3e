package org.gomall.api.user;

import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.Page;

/**
 * All users, for admins. The caller has to be an active user with the role ADMIN, else NO_PERMISSION; each change is one
 * {@link PrivilegedAct}. Sessions belong to consumer-web, which ends them after the answer.
 */
public interface UserDirectoryService {

    /** The users that fit, newest first. Safe to repeat. */
    Page<UserView> list(UserQuery query) throws BusinessException;

    /**
     * One user, also a banned or closed one. Safe to repeat.
     *
     * @throws BusinessException NOT_FOUND
     */
    UserView get(ActingUser actor, long userId) throws BusinessException;

    /**
     * The user with exactly this name or e-mail address, any case. Safe to repeat.
     *
     * @throws BusinessException NOT_FOUND
     */
    UserView named(ActingUser actor, String nameOrEmail) throws BusinessException;

    /**
     * Gives a user exactly these roles. Safe to repeat.
     *
     * @throws BusinessException NOT_FOUND, also for a closed account; VALIDATION for an unknown role; ILLEGAL_STATE when
     *     nobody would be left who is an active ADMIN
     */
    UserView setRoles(SetRolesCommand command) throws BusinessException;

    /**
     * Keeps a user out until {@link #unban}.
     *
     * @throws BusinessException NOT_FOUND; ILLEGAL_STATE for somebody who is banned already, for oneself, and for the last
     *     active ADMIN
     */
    UserView ban(BanCommand command) throws BusinessException;

    /**
     * Lets a banned user in again.
     *
     * @throws BusinessException NOT_FOUND; ILLEGAL_STATE for somebody who is not banned
     */
    UserView unban(ActingUser actor, long userId) throws BusinessException;
}
