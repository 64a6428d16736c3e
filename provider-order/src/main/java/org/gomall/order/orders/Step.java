package org.gomall.order.orders;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.gomall.api.order.CancelReason;
import org.gomall.api.order.OrderStatus;

/**
 * A step of an order, with what it writes down.
 *
 * @param endsAfter when the new status ends by itself, or null
 * @param refundId the refund request behind it, or null; only a request that settles ends REFUNDING
 * @param refundedCents what went back to the shopper with this step, in fen
 */
public record Step(
        OrderStatus to,
        Actor by,
        String reason,
        Long paymentId,
        CancelReason cancelReason,
        String carrier,
        String trackingNo,
        Duration endsAfter,
        Long refundId,
        long refundedCents) {

    /** Money was captured for it. */
    public static Step paid(long paymentId) {
        return new Step(
                OrderStatus.PAID, Actor.SYSTEM, "payment " + paymentId, paymentId, null, null, null, null, null, 0);
    }

    /**
     * It will not be delivered.
     *
     * @param words what was said about it; null or empty when the kind of reason says all
     */
    public static Step cancelled(CancelReason reason, Actor by, String words) {
        String why = words == null || words.isEmpty() ? reason.name() : words;
        return new Step(OrderStatus.CANCELLED, by, why, null, reason, null, null, null, null, 0);
    }

    /** A carrier has it. */
    public static Step shipped(String carrier, String trackingNo, Duration receivedAfter) {
        String reason = carrier + " " + trackingNo;
        return new Step(
                OrderStatus.SHIPPED, Actor.MERCHANT, reason, null, null, carrier, trackingNo, receivedAfter, null, 0);
    }

    /** The shopper has it, by their own word or by time. */
    public static Step received(Actor by, Duration completedAfter) {
        String reason = by == Actor.SYSTEM ? "time limit" : null;
        return new Step(OrderStatus.RECEIVED, by, reason, null, null, null, null, completedAfter, null, 0);
    }

    /** Nothing more will come. */
    public static Step completed() {
        return new Step(OrderStatus.COMPLETED, Actor.SYSTEM, "time limit", null, null, null, null, null, null, 0);
    }

    /** The shopper wants money back; nothing else happens to it meanwhile, by hand or by time. */
    public static Step refunding(long refundId) {
        return ofRefund(OrderStatus.REFUNDING, Actor.USER, refundId, null, 0);
    }

    /** All its money is back. */
    public static Step refunded(long refundId, long refundedCents) {
        return ofRefund(OrderStatus.REFUNDED, Actor.SYSTEM, refundId, null, refundedCents);
    }

    /**
     * It goes on where it was when the refund was asked for.
     *
     * @param left the time that the status had left then, or null when it does not end by itself
     * @param refundedCents 0 when the refund was refused
     */
    public static Step resumed(OrderStatus to, Actor by, long refundId, Duration left, long refundedCents) {
        return ofRefund(to, by, refundId, left, refundedCents);
    }

    private static Step ofRefund(OrderStatus to, Actor by, long refundId, Duration endsAfter, long refundedCents) {
        return new Step(to, by, "refund " + refundId, null, null, null, null, endsAfter, refundId, refundedCents);
    }

    /** For the database, which computes deadlines by its own clock; null for none. */
    Long endsAfterMicros() {
        return endsAfter == null ? null : TimeUnit.MICROSECONDS.convert(endsAfter);
    }
}
