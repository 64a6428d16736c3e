package org.gomall.payment.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The processor's HTTP face; every call carries the merchant's key. */
@RestController
@RequestMapping("/sandbox")
class SandboxApi {

    private final Processor processor;
    private final SandboxSettings settings;

    SandboxApi(Processor processor, SandboxSettings settings) {
        this.processor = processor;
        this.settings = settings;
    }

    @ModelAttribute
    void onlyTheMerchant(@RequestHeader(name = "X-Api-Key", defaultValue = "") String key) {
        boolean known = MessageDigest.isEqual(
                settings.apiKey().getBytes(StandardCharsets.UTF_8), key.getBytes(StandardCharsets.UTF_8));
        if (!known) {
            throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
        }
    }

    @PostMapping("/tokens")
    Token tokenise(@RequestBody Card card) {
        if (card.number() == null || !card.number().matches("\\d{12,19}")) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        String last4 = card.number().substring(card.number().length() - 4);
        return new Token(processor.token(card.number()), Brand.of(card.number()), last4);
    }

    @PostMapping("/charges")
    ChargeAnswer charge(@RequestBody Charge body) {
        return processor
                .charge(body.reference(), body.token(), body.amountCents(), body.currency(), body.callbackUrl())
                .map(ChargeAnswer::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @GetMapping("/charges/{reference}")
    ChargeAnswer charge(@PathVariable String reference) {
        return processor
                .find(reference)
                .map(ChargeAnswer::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/charges/{reference}/cancel")
    ChargeAnswer cancel(@PathVariable String reference) {
        return ChargeAnswer.of(processor.cancel(reference));
    }

    @PostMapping("/refunds")
    RefundAnswer refund(@RequestBody Refund body) {
        return processor
                .refund(body.reference(), body.chargeReference(), body.amountCents(), body.callbackUrl())
                .map(RefundAnswer::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @GetMapping("/refunds/{reference}")
    RefundAnswer refund(@PathVariable String reference) {
        return processor
                .findRefund(reference)
                .map(RefundAnswer::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    record Card(String number, int expiryMonth, int expiryYear, String cvv) {

        @Override
        public String toString() {
            return "Card[]";
        }
    }

    record Token(String token, Brand brand, String last4) {}

    record Charge(String reference, String token, long amountCents, String currency, String callbackUrl) {}

    record Refund(String reference, String chargeReference, long amountCents, String callbackUrl) {}

    record ChargeAnswer(String reference, String status, long amountCents, String currency) {

        private static ChargeAnswer of(SandboxCharge charge) {
            return new ChargeAnswer(charge.reference(), charge.status(), charge.amountCents(), charge.currency());
        }
    }

    record RefundAnswer(String reference, String status, long amountCents, String currency) {

        private static RefundAnswer of(SandboxRefund refund) {
            return new RefundAnswer(refund.reference(), refund.status(), refund.amountCents(), "CNY");
        }
    }
}
