package org.gomall.api.payment;

import java.io.Serializable;
import java.time.Instant;

/**
 * A movement of a wallet.
 *
 * @param amountCents positive when money came in, in fen
 * @param balanceCents balance after it, in fen
 * @param referenceId the top-up, payment or refund it belongs to
 */
public record WalletEntryView(
        long entryId, Kind kind, long amountCents, long balanceCents, long referenceId, Instant createdAt)
        implements Serializable {

    /** Why money moved. */
    public enum Kind {
        TOP_UP,
        PAYMENT,
        REFUND,
        /** The owner has left; the rest went out. */
        PAYOUT
    }
}
