package org.gomall.web.session;

import java.util.List;

/**
 * Who sends this request. Controllers take it as a parameter (then a guest is answered 40100, pages are led to the
 * login) or as {@code Optional<CurrentUser>} where guests are welcome.
 *
 * @param roles for example USER, MERCHANT; at most a few seconds old
 */
public record CurrentUser(long userId, String username, List<String> roles) {

    /** Whether the user has this role. */
    public boolean hasRole(String role) {
        return roles.contains(role);
    }
}
