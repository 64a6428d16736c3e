package org.gomall.payment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gomall.api.common.Replayable;
import org.gomall.api.payment.AddCardCommand;
import org.gomall.api.payment.CallbackOutcome;
import org.gomall.api.payment.CardService;
import org.gomall.api.payment.ChannelCallback;
import org.gomall.api.payment.ChannelCallbackService;
import org.gomall.api.payment.PayCommand;
import org.gomall.api.payment.PaymentMethod;
import org.gomall.api.payment.PaymentService;
import org.gomall.api.payment.PaymentView;
import org.springframework.boot.test.context.TestComponent;

/** Cards of tests, and callbacks written by hand as only the channel can sign them. */
@TestComponent
public class ChannelHand {

    public static final String GOOD = "4242424242424242";
    public static final String DECLINED = "4000000000000002";
    public static final String SLOW = "4000000000000259";
    public static final String DUPLICATED = "4000000000000077";
    public static final String REORDERED = "4000000000000341";
    /** The sandbox says nothing about it for ten seconds, so the test can. */
    public static final String LATE = "4000000000003220";

    public static final String LOST = "4000000000009995";

    private static final AtomicLong EVENTS = new AtomicLong(System.nanoTime());

    private final CardService cards;
    private final PaymentService payments;
    private final ChannelCallbackService callbacks;
    private final Clock clock;

    ChannelHand(CardService cards, PaymentService payments, ChannelCallbackService channelNews, Clock clock) {
        this.cards = cards;
        this.payments = payments;
        this.callbacks = channelNews;
        this.clock = clock;
    }

    /** A new card of this user. */
    public long card(long userId, String number) {
        return cards.add(new AddCardCommand(userId, number, 12, 2030, "123", "Alice Wang"))
                .cardId();
    }

    /** Begins to pay with a new card of this number. */
    public PaymentView pay(long userId, String number, Long... orderIds) {
        return pay(userId, card(userId, number), "key-" + EVENTS.incrementAndGet(), orderIds)
                .value();
    }

    /** Begins to pay with a card. */
    public Replayable<PaymentView> pay(long userId, long cardId, String key, Long... orderIds) {
        return payments.pay(new PayCommand(userId, key, List.of(orderIds), PaymentMethod.CARD, cardId));
    }

    /** A number for an event. */
    public String event() {
        return "evt_" + EVENTS.incrementAndGet();
    }

    /** The channel tells of a charge. */
    public CallbackOutcome tell(long paymentId, String status, long cents) {
        return accept(body(event(), "CHARGE", paymentId, status, cents));
    }

    /** The channel tells of a refund. */
    public CallbackOutcome tellRefund(long refundId, String status, long cents) {
        return accept(body(event(), "REFUND", refundId, status, cents));
    }

    /** Posts a body, signed now. */
    public CallbackOutcome accept(String body) {
        return callbacks.accept(signed(body, now()));
    }

    /** A body as the channel writes it. */
    public static String body(String event, String type, long reference, String status, long cents) {
        return "{\"eventId\":\"%s\",\"type\":\"%s\",\"reference\":\"%d\",\"status\":\"%s\",\"amountCents\":%d,\"currency\":\"CNY\"}"
                .formatted(event, type, reference, status, cents);
    }

    /** A callback as the channel signs it at that second. */
    public static ChannelCallback signed(String body, long timestamp) {
        return new ChannelCallback(
                "sandbox", Long.toString(timestamp), sign(timestamp + "." + body), eventOf(body), body);
    }

    /** Seconds since 1970. */
    public long now() {
        return clock.instant().getEpochSecond();
    }

    private static String eventOf(String body) {
        int start = body.indexOf("evt_");
        return start < 0 ? null : body.substring(start, body.indexOf('"', start));
    }

    private static String sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(WebStandIn.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
