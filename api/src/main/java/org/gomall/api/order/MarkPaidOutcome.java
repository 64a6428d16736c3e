package org.gomall.api.order;

import java.io.Serializable;

/** What became of an order whose money was captured. */
public record MarkPaidOutcome(long orderId, Result result) implements Serializable {

    /** What an order can answer. */
    public enum Result {
        /** It is paid by this payment, now or before. */
        PAID,
        /** It cannot be paid any more (cancelled, paid by another payment, wrong amount): give the money back. */
        REFUSED,
        /** It is in the middle of something; the event will bring the answer. */
        LATER
    }
}
