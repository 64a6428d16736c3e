package org.gomall.web.envelope;

/** The header that makes a write safe to repeat. */
public final class IdempotencyKey {

    /** Its name. */
    public static final String HEADER = "Idempotency-Key";

    private IdempotencyKey() {}
}
