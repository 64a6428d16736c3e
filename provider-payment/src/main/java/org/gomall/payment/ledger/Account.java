package org.gomall.payment.ledger;

/** Where money can be. */
enum Account {
    /** A shopper's money; one account a user. */
    WALLET,
    /** Where top-ups come from and the money of closed accounts goes: below zero by what the sandbox has put in. */
    SANDBOX_FUNDING,
    /** What the card channel owes us: below zero by what it has captured and not given back. */
    CARD_CLEARING,
    /** What shoppers have paid and not got back. */
    SALES_CLEARING
}
