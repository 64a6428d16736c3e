package org.gomall.api.user;

/** What an account is good for, as admins see it. */
public enum UserStatus {
    /** May log in and act. */
    ACTIVE,
    /** Knows its password and is refused nevertheless. */
    BANNED,
    /** Left for good and anonymised. */
    CLOSED
}
