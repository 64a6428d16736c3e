package org.gomall.api.payment;

import java.io.Serializable;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/** Money to put into a wallet: 0.01 to 1 000 000.00, in fen. */
public record TopUpCommand(long userId, String idempotencyKey, Long amountCents) implements Checked, Serializable {

    /** Largest top-up, in fen. */
    public static final long MAX_CENTS = 100_000_000L;

    @Override
    public void check() {
        Check.fields()
                .idempotencyKey(idempotencyKey)
                .range(amountCents, 1, MAX_CENTS, "amountCents")
                .orRefuse();
    }
}
