package org.gomall.payment.payments;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Metrics;
import org.gomall.api.payment.PaymentMethod;

/** {@code gomall.payments.captured} and {@code gomall.payments.refunded}: how often money moved, and how many fen, by method. */
final class MoneyMeters {

    private MoneyMeters() {}

    /** The money of a payment is here, and that has committed. */
    static void captured(PaymentMethod method, long amountCents) {
        summary("gomall.payments.captured", method).record(amountCents);
    }

    /** Money is back where it came from, and that has committed. */
    static void refunded(PaymentMethod method, long amountCents) {
        summary("gomall.payments.refunded", method).record(amountCents);
    }

    private static DistributionSummary summary(String name, PaymentMethod method) {
        return DistributionSummary.builder(name)
                .baseUnit("cents")
                .tag("method", method.name())
                .register(Metrics.globalRegistry);
    }
}
