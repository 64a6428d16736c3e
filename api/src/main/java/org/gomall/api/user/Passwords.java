package org.gomall.api.user;

/** What a new password must look like. */
final class Passwords {

    static final String RULE = "must be 8 to 128 characters";

    private Passwords() {}

    static boolean acceptable(String password) {
        return password != null && password.length() >= 8 && password.length() <= 128;
    }
}
