package org.gomall.payment.sandbox;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the sandbox does when its merchant asks. Everything is idempotent by the merchant's reference. */
@Component
class Processor {

    private static final int TOKEN_BYTES = 20;

    private final SandboxMapper tables;
    private final SandboxSettings settings;
    private final SecureRandom random = new SecureRandom();

    Processor(SandboxMapper tables, SandboxSettings settings) {
        this.tables = tables;
        this.settings = settings;
    }

    /** A token that knows how the card behaves; the number is forgotten. */
    String token(String number) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = "tok_" + HexFormat.of().formatHex(bytes);
        tables.addToken(token, Behaviour.of(number));
        return token;
    }

    /** The charge of this reference, new or old; empty when the token is unknown. */
    Optional<SandboxCharge> charge(
            String reference, String token, long amountCents, String currency, String callbackUrl) {
        Behaviour behaviour = tables.behaviour(token);
        if (behaviour == null) {
            return Optional.empty();
        }
        SandboxCharge charge =
                new SandboxCharge(reference, token, behaviour, amountCents, currency, "PENDING", callbackUrl);
        tables.addCharge(charge, settings.delay(behaviour).toMillis());
        return find(reference);
    }

    Optional<SandboxCharge> find(String reference) {
        return Optional.ofNullable(tables.charge(reference));
    }

    /** Cancels what is not decided; a charge that has not arrived yet will find that it is cancelled. */
    SandboxCharge cancel(String reference) {
        if (tables.addCancelled(reference) == 0) {
            tables.cancel(reference);
        }
        return tables.charge(reference);
    }

    /** The refund of this reference, new or old; empty when so much was not charged, or is not left. */
    @Transactional
    Optional<SandboxRefund> refund(String reference, String chargeReference, long amountCents, String callbackUrl) {
        Optional<SandboxRefund> known = findRefund(reference);
        if (known.isPresent()) {
            return known;
        }
        if (tables.takeBack(chargeReference, amountCents) == 0) {
            return Optional.empty();
        }
        SandboxRefund refund = new SandboxRefund(reference, chargeReference, amountCents, "PENDING", callbackUrl);
        tables.addRefund(refund, settings.quick().toMillis());
        return Optional.of(refund);
    }

    Optional<SandboxRefund> findRefund(String reference) {
        return Optional.ofNullable(tables.refund(reference));
    }
}
