package org.gomall.platform.dubbo;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Remembers the latest calls, so that a recorded one cannot be sent again. It has a fixed size: a call is forgotten when a
 * later one falls on its place, which becomes likely only after about {@value #PLACES} of them. It never mistakes a new call
 * for an old one.
 */
final class SeenCalls {

    private static final int PLACES = 1 << 16;

    private final AtomicLongArray nonces = new AtomicLongArray(PLACES);

    /** Whether the call is new; from then on it is not. */
    boolean isNew(long nonce) {
        return nonces.getAndSet((int) nonce & (PLACES - 1), nonce) != nonce;
    }
}
