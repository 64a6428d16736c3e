package org.gomall.web.payment;

import org.gomall.api.common.Topics;
import org.gomall.api.payment.PaymentStatus;
import org.gomall.api.payment.PaymentStatusChanged;
import org.gomall.platform.messaging.EventHandler;
import org.gomall.web.live.LiveStreams;
import org.springframework.stereotype.Component;

/** Tells browsers that watch a payment what became of it. */
@Component
class PaymentEvents implements EventHandler<PaymentStatusChanged> {

    private final LiveStreams streams;

    PaymentEvents(LiveStreams streams) {
        this.streams = streams;
    }

    @Override
    public String topic() {
        return Topics.PAYMENT;
    }

    @Override
    public Class<PaymentStatusChanged> type() {
        return PaymentStatusChanged.class;
    }

    @Override
    public boolean broadcast() {
        return true;
    }

    @Override
    public void handle(PaymentStatusChanged event) {
        Step step = new Step(
                event.paymentId(),
                event.from(),
                event.to(),
                event.at() == null ? null : event.at().toString());
        streams.tell(event.userId(), LiveStreams.Kind.PAYMENT, event.paymentId(), step);
    }

    /** What a browser is told. */
    record Step(long paymentId, PaymentStatus from, PaymentStatus to, String at) {

        /** Where a payment is, before it takes its next step. */
        static Step at(long paymentId, PaymentStatus status) {
            return new Step(paymentId, null, status, null);
        }
    }
}
