package org.gomall.payment.channel;

/** A refund as the channel has it; {@code reference} is our number of the refund, the amount in fen. */
public record ChannelRefund(String reference, Status status, long amountCents, String currency) {

    /** What the channel can say. */
    public enum Status {
        PENDING,
        DONE
    }

    /** Whether it is about this much of our money. */
    public boolean isFor(long cents) {
        return amountCents == cents && CardChannel.CURRENCY.equals(currency);
    }
}
