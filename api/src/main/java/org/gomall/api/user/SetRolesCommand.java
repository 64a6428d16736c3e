package org.gomall.api.user;

import java.io.Serializable;
import java.util.List;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/**
 * The roles that a user shall have from now on.
 *
 * @param roles all of them; USER, which every account has, need not be named and stays
 */
public record SetRolesCommand(ActingUser actor, long userId, List<String> roles) implements Checked, Serializable {

    private static final int MOST_ROLES = 20;

    @Override
    public void check() {
        Check.fields().id(userId, "userId").size(roles, 0, MOST_ROLES, "roles").orRefuse();
    }
}
