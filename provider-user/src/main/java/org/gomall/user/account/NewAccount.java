package org.gomall.user.account;

import java.time.Instant;
import java.util.Locale;

/** The row of an account that is being created. */
record NewAccount(long userId, String username, String email, String passwordHash, Instant createdAt) {

    /** The form in which names and e-mail addresses are compared. */
    static String key(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "NewAccount[userId=" + userId + "]";
    }
}
