package org.gomall.api.order;

import java.io.Serializable;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/** A shop cannot deliver an order that nobody has paid yet. */
public record CancelUnpaidCommand(long shopId, long orderId, ActingUser actor) implements Checked, Serializable {

    @Override
    public void check() {
        Check.fields().that(actor != null, "actor", "must be there").orRefuse();
    }
}
