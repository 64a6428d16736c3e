package org.gomall.payment.ledger;

import org.gomall.api.payment.WalletEntryView.Kind;

/** One side of a posting; {@code userId} is 0 and {@code balanceCents} null for system accounts. */
record LedgerEntry(
        long entryId, Kind kind, long referenceId, Account account, long userId, long amountCents, Long balanceCents) {}
