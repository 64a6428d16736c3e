package org.gomall.api.user;

import java.io.Serializable;
import java.util.List;

/**
 * Who somebody is.
 *
 * @param roles for example USER, MERCHANT, ADMIN, OPS
 * @param permissions patterns {@code METHOD:regex} that follow from the roles
 */
public record AccountView(long userId, String username, String email, List<String> roles, List<String> permissions)
        implements Serializable {

    @Override
    public String toString() {
        return "AccountView[userId=" + userId + "]";
    }
}
