package org.gomall.api.order;

import java.io.Serializable;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/** Wish to get money of an order back; {@code amountCents} null means all that is left. */
public record RequestRefundCommand(long userId, long orderId, String idempotencyKey, String reason, Long amountCents)
        implements Checked, Serializable {

    @Override
    public void check() {
        Check.fields()
                .idempotencyKey(idempotencyKey)
                .text(reason, 200, "reason")
                .that(amountCents == null || amountCents > 0, "amountCents", "must be more than 0")
                .orRefuse();
    }
}
