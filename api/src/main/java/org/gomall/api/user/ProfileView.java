package org.gomall.api.user;

import java.io.Serializable;
import java.time.Instant;

/** What a user tells about themselves; phone and avatar may be null. */
public record ProfileView(
        long userId, String username, String email, String nickname, String phone, String avatar, Instant createdAt)
        implements Serializable {

    @Override
    public String toString() {
        return "ProfileView[userId=" + userId + "]";
    }
}
