package org.gomall.api.ops;

/** What a look found out about a law. */
public enum LawStatus {
    /** Nothing breaks it. */
    HOLDS,
    /** Something breaks it that has had its time. */
    VIOLATED,
    /** Something breaks it that may still be under way. */
    SETTLING,
    /** It could not be looked at. */
    UNCHECKED
}
