package org.gomall.payment.ledger;

import org.gomall.api.payment.WalletEntryView.Kind;

/** One side of a posting; {@code userId} is 0 for system accounts. */
record LedgerEntry(long entryId, Kind kind, long referenceId, Account account, long userId, long amountCents) {

    /** Whether the balance that it leaves is written down with it. */
    public boolean isOfWallet() {
        return account == Account.WALLET;
    }
}
