package org.gomall.api.user;

import java.io.Serializable;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/**
 * Wish for an account.
 *
 * @param username 3 to 32 letters, digits, _ or -; unique without regard to case
 * @param email unique without regard to case
 * @param password 8 to 128 characters; never logged, never stored as it is
 */
public record RegisterCommand(String username, String email, String password) implements Checked, Serializable {

    @Override
    public void check() {
        Check.fields()
                .that(
                        username != null && username.matches("[A-Za-z0-9_-]{3,32}"),
                        "username",
                        "must be 3 to 32 letters, digits, _ or -")
                .that(
                        email != null
                                && email.length() <= 254
                                && email.matches(
                                        "[^@\\s\\p{Cntrl}]{1,64}@[^@\\s.\\p{Cntrl}]+(\\.[^@\\s.\\p{Cntrl}]+)+"),
                        "email",
                        "must be an e-mail address")
                .that(Passwords.acceptable(password), "password", Passwords.RULE)
                .orRefuse();
    }

    @Override
    public String toString() {
        return "RegisterCommand[username=" + username + "]";
    }
}
