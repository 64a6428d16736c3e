package org.gomall.api.order;

import java.io.Serializable;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/**
 * An admin cancels an order that nobody has paid yet.
 *
 * @param reason in the admin's words; stands in the order's history, which its owner can read
 */
public record AdminCancelCommand(long orderId, String reason) implements Checked, Serializable {

    @Override
    public void check() {
        Check.fields().text(reason, 200, "reason").orRefuse();
    }
}
