package org.gomall.api.order;

import java.io.Serializable;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/** The money shall stay, for a reason that the shopper reads. For a shop {@code shopId} is its own; null for an admin. */
public record RefuseRefundCommand(Long shopId, long refundId, String reason, ActingUser actor)
        implements Checked, Serializable {

    @Override
    public void check() {
        Check.fields()
                .text(reason, 200, "reason")
                .that(actor != null, "actor", "must be there")
                .orRefuse();
    }
}
