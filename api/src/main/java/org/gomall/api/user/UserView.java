package org.gomall.api.user;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * A user as admins see them.
 *
 * @param nickname what others see; the user name when none was chosen
 * @param roles sorted, for example ADMIN, USER
 * @param permissions patterns {@code METHOD:regex} that follow from the roles
 */
public record UserView(
        long userId,
        String username,
        String email,
        String nickname,
        UserStatus status,
        List<String> roles,
        List<String> permissions,
        Instant createdAt)
        implements Serializable {

    @Override
    public String toString() {
        return "UserView[userId=" + userId + ", status=" + status + "]";
    }
}
