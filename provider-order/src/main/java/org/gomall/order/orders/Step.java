package org.gomall.order.orders;

import java.time.Duration;
import org.gomall.api.order.CancelReason;
import org.gomall.api.order.OrderStatus;

/**
 * A step of an order, with what it writes down.
 *
 * @param endsAfter when the new status ends by itself, or null
 */
public record Step(
        OrderStatus to,
        Actor by,
        String reason,
        Long paymentId,
        CancelReason cancelReason,
        String carrier,
        String trackingNo,
        Duration endsAfter) {

    /** Money was captured for it. */
    public static Step paid(long paymentId) {
        return new Step(OrderStatus.PAID, Actor.SYSTEM, "payment " + paymentId, paymentId, null, null, null, null);
    }

    /** It will not be delivered. */
    public static Step cancelled(CancelReason reason, Actor by) {
        return new Step(OrderStatus.CANCELLED, by, reason.name(), null, reason, null, null, null);
    }

    /** A carrier has it. */
    public static Step shipped(String carrier, String trackingNo, Duration receivedAfter) {
        String reason = carrier + " " + trackingNo;
        return new Step(OrderStatus.SHIPPED, Actor.MERCHANT, reason, null, null, carrier, trackingNo, receivedAfter);
    }

    /** The shopper has it, by their own word or by time. */
    public static Step received(Actor by, Duration completedAfter) {
        String reason = by == Actor.SYSTEM ? "time limit" : null;
        return new Step(OrderStatus.RECEIVED, by, reason, null, null, null, null, completedAfter);
    }

    /** Nothing more will come. */
    public static Step completed() {
        return new Step(OrderStatus.COMPLETED, Actor.SYSTEM, "time limit", null, null, null, null, null);
    }

    /** For the database, which computes deadlines by its own clock; null for none. */
    Long endsAfterMicros() {
        return endsAfter == null ? null : Math.multiplyExact(endsAfter.toMillis(), 1000L);
    }
}
