package org.gomall.payment.channel;

import java.util.stream.Stream;

/**
 * The body of a callback.
 *
 * @param type CHARGE or REFUND
 * @param reference our number of the payment or refund
 * @param status a status of {@link ChannelCharge} or {@link ChannelRefund}
 */
public record ChannelEvent(
        String eventId, Type type, String reference, String status, long amountCents, String currency) {

    /** What a callback can be about. */
    public enum Type {
        CHARGE,
        REFUND
    }

    boolean hasKnownStatus() {
        Enum<?>[] known = type == Type.CHARGE ? ChannelCharge.Status.values() : ChannelRefund.Status.values();
        return Stream.of(known).map(Enum::name).anyMatch(name -> name.equals(status));
    }

    /** The charge it tells of. */
    public ChannelCharge charge() {
        return new ChannelCharge(reference, ChannelCharge.Status.valueOf(status), amountCents, currency);
    }

    /** The refund it tells of. */
    public ChannelRefund refund() {
        return new ChannelRefund(reference, ChannelRefund.Status.valueOf(status), amountCents, currency);
    }
}
