package org.gomall.api.payment;

import java.util.EnumSet;
import java.util.Set;

/** The life of a payment and the steps it may take. */
public enum PaymentStatus {
    PENDING,
    SUCCEEDED,
    FAILED,
    CANCELLED,
    EXPIRED,
    /** All of it was given back; a part given back leaves it SUCCEEDED with {@code refundedCents} above 0. */
    REFUNDED;

    /** Whether the state machine knows a step from here to {@code next}. */
    public boolean canTransitionTo(PaymentStatus next) {
        Set<PaymentStatus> successors =
                switch (this) {
                    case PENDING -> EnumSet.of(SUCCEEDED, FAILED, CANCELLED, EXPIRED);
                    case SUCCEEDED -> EnumSet.of(REFUNDED);
                    // The channel had captured it before it heard that nobody wants it any more; all of it goes back.
                    case CANCELLED, EXPIRED -> EnumSet.of(SUCCEEDED);
                    case FAILED, REFUNDED -> EnumSet.noneOf(PaymentStatus.class);
                };
        return successors.contains(next);
    }
}
