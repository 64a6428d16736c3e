package org.gomall.order.place;

import java.time.Instant;

/**
 * What the database knows about an idempotency key.
 *
 * @param databaseNow the time of the database: deadlines are computed and compared by its clock alone, so that a
 *     process with a wrong clock neither shortens them nor cancels everything
 * @param orderSetId the purchase that used the key, or null
 * @param requestHash what it asked for, or null
 * @param done whether its global transaction has committed, or null
 */
record KnownSet(Instant databaseNow, Long orderSetId, String requestHash, Boolean done) {

    boolean isUsed() {
        return orderSetId != null;
    }

    boolean isDone() {
        return Boolean.TRUE.equals(done);
    }
}
