package org.gomall.user.account;

/** What a password is checked against. */
record Credentials(long userId, String passwordHash, AccountStatus status) {

    @Override
    public String toString() {
        return "Credentials[userId=" + userId + ", status=" + status + "]";
    }
}
