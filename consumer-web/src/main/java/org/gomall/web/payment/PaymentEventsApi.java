package org.gomall.web.payment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.gomall.api.payment.PaymentService;
import org.gomall.web.live.LiveStreams;
import org.gomall.web.session.CurrentUser;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The live status of a payment. */
@RestController
@Tag(name = "Payments")
class PaymentEventsApi {

    private final PaymentService payments;
    private final LiveStreams streams;

    PaymentEventsApi(PaymentService payments, LiveStreams streams) {
        this.payments = payments;
        this.streams = streams;
    }

    @GetMapping(path = "/api/payments/{paymentId}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(summary = "Server-sent events 'status': where my payment is now, then every step it takes")
    ResponseEntity<SseEmitter> events(@PathVariable long paymentId, CurrentUser user) {
        return streams.watch(
                user.userId(),
                LiveStreams.Kind.PAYMENT,
                paymentId,
                () -> PaymentEvents.Step.at(
                        paymentId, payments.get(user.userId(), paymentId).status()));
    }
}
