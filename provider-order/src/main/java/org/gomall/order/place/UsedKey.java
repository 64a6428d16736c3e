package org.gomall.order.place;

import java.time.Instant;

/**
 * An idempotency key that a purchase has used.
 *
 * @param databaseNow the time of the database
 * @param userId whose key it is; null in the row that brings nothing but the time
 */
record UsedKey(Instant databaseNow, Long userId, String idempotencyKey) {

    boolean isOf(Wish wish) {
        return userId != null
                && userId == wish.command().userId()
                && idempotencyKey.equals(wish.command().idempotencyKey());
    }
}
