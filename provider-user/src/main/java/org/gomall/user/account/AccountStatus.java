package org.gomall.user.account;

/** What an account is good for. */
enum AccountStatus {
    /** May log in and act. */
    ACTIVE,
    /** Knows its password and is refused nevertheless. */
    BANNED,
    /** Left for good and anonymised: from outside it does not exist. */
    CLOSED
}
