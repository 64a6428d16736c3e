package org.gomall.api.user;

import java.io.Serializable;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/**
 * A user is to be kept out.
 *
 * @param reason for the audit log; the banned user does not see it
 */
public record BanCommand(ActingUser actor, long userId, String reason) implements Checked, Serializable {

    @Override
    public void check() {
        Check.fields().id(userId, "userId").text(reason, 200, "reason").orRefuse();
    }
}
