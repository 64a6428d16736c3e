package org.gomall.payment.sandbox;

import org.gomall.platform.id.Ids;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes down what the merchant shall be told; {@link CallbackSender} tells it. */
@Component
class Callbacks {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final SandboxMapper tables;
    private final Ids ids;

    Callbacks(SandboxMapper tables, Ids ids) {
        this.tables = tables;
        this.ids = ids;
    }

    /** A new event about a charge; returns its number. */
    String charge(SandboxCharge charge, String status, long delayMs) {
        String eventId = "evt_" + ids.next();
        write(eventId, charge, status, delayMs);
        return eventId;
    }

    /** The same event once more. */
    void again(String eventId, SandboxCharge charge, String status) {
        write(eventId, charge, status, 0);
    }

    /** A new event about a refund. */
    void refund(SandboxRefund refund, String status) {
        String eventId = "evt_" + ids.next();
        Event event = new Event(eventId, "REFUND", refund.reference(), status, refund.amountCents(), "CNY");
        tables.addCallback(ids.next(), eventId, refund.callbackUrl(), JSON.writeValueAsString(event), 0);
    }

    private void write(String eventId, SandboxCharge charge, String status, long delayMs) {
        Event event = new Event(eventId, "CHARGE", charge.reference(), status, charge.amountCents(), charge.currency());
        tables.addCallback(ids.next(), eventId, charge.callbackUrl(), JSON.writeValueAsString(event), delayMs);
    }

    /** The body of a callback. */
    private record Event(
            String eventId, String type, String reference, String status, long amountCents, String currency) {}
}
