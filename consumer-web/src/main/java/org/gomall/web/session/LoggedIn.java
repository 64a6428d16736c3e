package org.gomall.web.session;

import org.gomall.api.user.AccountView;

/**
 * A new session.
 *
 * @param token what a Bearer header carries; never logged
 */
public record LoggedIn(String token, AccountView account) {

    @Override
    public String toString() {
        return "LoggedIn[userId=" + account.userId() + "]";
    }
}
