package org.gomall.order.cancel;

import org.gomall.api.common.ActingUser;
import org.gomall.api.order.CancelReason;
import org.gomall.order.orders.Actor;

/**
 * Why an order is cancelled, and by whom.
 *
 * @param words what was said about it, or null
 * @param actor whose special right it was, if the audit log has yet to hear of it; else null
 */
record Cancellation(CancelReason reason, Actor by, String words, ActingUser actor) {

    /** One that needs no special right. */
    static Cancellation of(CancelReason reason, Actor by) {
        return new Cancellation(reason, by, null, null);
    }
}
