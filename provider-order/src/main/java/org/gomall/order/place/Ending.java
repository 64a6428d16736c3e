package org.gomall.order.place;

/** How a transaction ended that was not undone. */
enum Ending {
    /** Committed, and its orders can be seen. */
    VISIBLE,
    /** Committed; the second phase is on its way. */
    COMMITTED,
    /** The coordinator's answer did not come: the rows will tell. */
    UNKNOWN
}
