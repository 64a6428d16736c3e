package org.gomall.payment.channel;

/** A charge as the channel has it; {@code reference} is our number of the payment, the amount in fen. */
public record ChannelCharge(String reference, Status status, long amountCents, String currency) {

    /** What the channel can say. All but PENDING are final. */
    public enum Status {
        PENDING,
        SUCCEEDED,
        DECLINED,
        CANCELLED
    }

    /** Whether it is about this much of our money. */
    public boolean isFor(long cents) {
        return amountCents == cents && CardChannel.CURRENCY.equals(currency);
    }
}
