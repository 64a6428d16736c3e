package org.gomall.api.user;

import java.util.List;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;

/**
 * Roles and what they permit. Whoever changes one has to be an active user with the role ADMIN, else NO_PERMISSION;
 * each change is one {@link PrivilegedAct}.
 */
public interface RoleService {

    /** All roles with their patterns, by name. Safe to repeat. */
    List<RoleView> roles() throws BusinessException;

    /**
     * One role. Safe to repeat.
     *
     * @throws BusinessException NOT_FOUND
     */
    RoleView role(String role) throws BusinessException;

    /**
     * Makes a role. Not idempotent: the second call is refused.
     *
     * @throws BusinessException VALIDATION, also for a pattern that does not compile; CONFLICT when the name is taken
     */
    RoleView create(SaveRoleCommand command) throws BusinessException;

    /**
     * Replaces the patterns of a role. Safe to repeat.
     *
     * @throws BusinessException VALIDATION; NOT_FOUND; ILLEGAL_STATE when ADMIN would lose its own pages
     */
    RoleView replace(SaveRoleCommand command) throws BusinessException;

    /**
     * Deletes a role that nobody has. It is not taken away from anybody silently.
     *
     * @throws BusinessException NOT_FOUND; ILLEGAL_STATE for a built-in one; CONFLICT while somebody has it (details:
     *     {@code users}, how many)
     */
    void delete(ActingUser actor, String role) throws BusinessException;
}
