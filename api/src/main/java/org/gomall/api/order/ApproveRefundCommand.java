package org.gomall.api.order;

import java.io.Serializable;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/** The money shall go back. For a shop {@code shopId} is its own; null when an admin decides. */
public record ApproveRefundCommand(Long shopId, long refundId, ActingUser actor) implements Checked, Serializable {

    @Override
    public void check() {
        Check.fields().that(actor != null, "actor", "must be there").orRefuse();
    }
}
