package org.gomall.api.user;

import java.io.Serializable;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/**
 * Turns an application down.
 *
 * @param reason what the owner should change; shown to them
 */
public record RejectShopCommand(ActingUser actor, long shopId, String reason) implements Checked, Serializable {

    @Override
    public void check() {
        Check.fields().text(reason, 500, "reason").orRefuse();
    }
}
