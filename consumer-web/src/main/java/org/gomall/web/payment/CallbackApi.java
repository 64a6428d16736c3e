package org.gomall.web.payment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.gomall.api.payment.CallbackOutcome;
import org.gomall.api.payment.ChannelCallback;
import org.gomall.api.payment.ChannelCallbackService;
import org.gomall.web.envelope.Envelope;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where card channels call back. Nothing is believed or even read here: the raw body and its headers go to provider-payment,
 * where the secret is.
 */
@RestController
@Tag(name = "Payments")
class CallbackApi {

    private final ChannelCallbackService callbacks;

    CallbackApi(ChannelCallbackService callbacks) {
        this.callbacks = callbacks;
    }

    @PostMapping(path = "/api/payments/callbacks/{channel}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "A card channel tells what became of a charge or refund; signed with HMAC-SHA256")
    Envelope<Callback> callback(
            @PathVariable String channel,
            @RequestHeader(name = "X-Channel-Timestamp", required = false) String timestamp,
            @RequestHeader(name = "X-Channel-Signature", required = false) String signature,
            @RequestHeader(name = "X-Channel-Event-Id", required = false) String eventId,
            @RequestBody byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return Envelope.ok(
                new Callback(callbacks.accept(new ChannelCallback(channel, timestamp, signature, eventId, text))));
    }

    record Callback(CallbackOutcome outcome) {}
}
