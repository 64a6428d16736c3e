package org.gomall.api.payment;

/** What a callback that was in order has done. */
public enum CallbackOutcome {
    /** It brought news. */
    APPLIED,
    /** It was known already, or came too late to matter. */
    NOTHING_NEW
}
