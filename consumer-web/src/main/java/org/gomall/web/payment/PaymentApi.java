package org.gomall.web.payment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.gomall.api.common.Check;
import org.gomall.api.payment.PayCommand;
import org.gomall.api.payment.PaymentMethod;
import org.gomall.api.payment.PaymentService;
import org.gomall.api.payment.PaymentView;
import org.gomall.web.envelope.Envelope;
import org.gomall.web.envelope.IdempotencyKey;
import org.gomall.web.session.CurrentUser;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Paying orders. */
@RestController
@RequestMapping("/api/payments")
@Tag(name = "Payments")
class PaymentApi {

    private final PaymentService payments;

    PaymentApi(PaymentService payments) {
        this.payments = payments;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Pay one or several of my orders, from the wallet or by card")
    ResponseEntity<Envelope<PaymentView>> pay(
            @RequestHeader(IdempotencyKey.HEADER) String key, @RequestBody Payment body, CurrentUser user) {
        Check.fields()
                .that(body.isKnownMethod(), "method", "must be one of " + Arrays.toString(PaymentMethod.values()))
                .orRefuse();
        PayCommand command = new PayCommand(
                user.userId(), key, body.orderIds(), PaymentMethod.valueOf(body.method()), body.cardId());
        command.check();
        return Envelope.created(payments.pay(command));
    }

    @GetMapping("/{paymentId}")
    @Operation(summary = "One of my payments with its refunds")
    Envelope<PaymentView> get(@PathVariable long paymentId, CurrentUser user) {
        return Envelope.ok(payments.get(user.userId(), paymentId));
    }

    @PostMapping("/{paymentId}/cancel")
    @Operation(summary = "Cancel a payment that was not captured")
    Envelope<PaymentView> cancel(@PathVariable long paymentId, CurrentUser user) {
        return Envelope.ok(payments.cancel(user.userId(), paymentId));
    }

    record Payment(List<Long> orderIds, String method, Long cardId) {
        boolean isKnownMethod() {
            return Arrays.stream(PaymentMethod.values())
                    .anyMatch(known -> known.name().equals(method));
        }
    }
}
