package org.gomall.api.user;

import java.io.Serializable;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/** Wish for a new password, proven by the old one. */
public record ChangePasswordCommand(long userId, String oldPassword, String newPassword)
        implements Checked, Serializable {

    @Override
    public void check() {
        Check.fields()
                .that(
                        oldPassword != null && !oldPassword.isEmpty() && oldPassword.length() <= 128,
                        "oldPassword",
                        "must not be empty")
                .that(Passwords.acceptable(newPassword), "newPassword", Passwords.RULE)
                .orRefuse();
    }

    @Override
    public String toString() {
        return "ChangePasswordCommand[userId=" + userId + "]";
    }
}
