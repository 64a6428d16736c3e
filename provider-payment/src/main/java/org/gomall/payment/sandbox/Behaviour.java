package org.gomall.payment.sandbox;

import java.util.Map;

/** What a test card does when it is charged. The numbers are documented in docs/payments.md. */
enum Behaviour {
    /** Succeeds at once. */
    QUICK,
    /** Is declined at once. */
    DECLINED,
    /** Succeeds after several seconds. */
    SLOW,
    /** Succeeds, and every callback comes again, as the same event and as another one. */
    DUPLICATED,
    /** Succeeds, and a stale "pending" arrives after it. */
    REORDERED,
    /** Succeeds so late that the order is gone; cannot be cancelled meanwhile. */
    LATE,
    /** Succeeds, but no callback ever tells. */
    LOST;

    private static final Map<String, Behaviour> BY_NUMBER = Map.of(
            "4242424242424242", QUICK,
            "4000000000000002", DECLINED,
            "4000000000000259", SLOW,
            "4000000000000077", DUPLICATED,
            "4000000000000341", REORDERED,
            "4000000000003220", LATE,
            "4000000000009995", LOST);

    /** Cards that nobody documented are good ones. */
    static Behaviour of(String number) {
        return BY_NUMBER.getOrDefault(number, QUICK);
    }
}
