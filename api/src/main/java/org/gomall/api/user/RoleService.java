package org.gomall.api.user;

import java.util.List;
import org.gomall.api.common.BusinessException;

/** Roles and what they permit. */
public interface RoleService {

    /** All roles with their patterns. Safe to repeat. */
    List<RoleView> roles() throws BusinessException;
}
