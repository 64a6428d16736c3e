package org.gomall.api.product;

import java.io.Serializable;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/**
 * Turns a product down.
 *
 * @param reason what the merchant should change; shown to them
 */
public record RejectProductCommand(ActingUser actor, long productId, String reason) implements Checked, Serializable {

    @Override
    public void check() {
        Check.fields().text(reason, 500, "reason").orRefuse();
    }
}
