package org.gomall.api.user;

import java.io.Serializable;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/**
 * Proof of identity.
 *
 * @param account user name or e-mail
 * @param password never logged
 * @param ip address the attempt comes from, for counting failures
 */
public record AuthenticateCommand(String account, String password, String ip) implements Checked, Serializable {

    @Override
    public void check() {
        Check.fields()
                .text(account, 254, "account")
                .that(
                        password != null && !password.isEmpty() && password.length() <= 128,
                        "password",
                        "must not be empty")
                .orRefuse();
    }

    @Override
    public String toString() {
        return "AuthenticateCommand[]";
    }
}
