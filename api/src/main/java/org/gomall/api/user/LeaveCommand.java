package org.gomall.api.user;

import java.io.Serializable;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/** Wish to close the own account for good, proven by the password. */
public record LeaveCommand(long userId, String password) implements Checked, Serializable {

    @Override
    public void check() {
        Check.fields()
                .that(
                        password != null && !password.isEmpty() && password.length() <= 128,
                        "password",
                        "must not be empty")
                .orRefuse();
    }

    @Override
    public String toString() {
        return "LeaveCommand[userId=" + userId + "]";
    }
}
