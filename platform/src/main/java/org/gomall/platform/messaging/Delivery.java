package org.gomall.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.rocketmq.common.message.MessageExt;
import org.gomall.platform.tracing.TraceId;
import org.gomall.platform.tracing.TraceParent;

/**
 * One event as it arrived.
 *
 * @param parent the span that its handling belongs below, or null
 */
record Delivery(String topic, String tag, String source, long eventId, String body, String traceId, String parent) {

    static Delivery of(MessageExt message) {
        String source = message.getUserProperty(BrokerSender.SOURCE);
        String traceId = message.getUserProperty(TraceId.KEY);
        return new Delivery(
                message.getTopic(),
                message.getTags(),
                source == null ? "" : source,
                eventId(message),
                new String(message.getBody(), StandardCharsets.UTF_8),
                traceId == null ? "" : traceId,
                message.getUserProperty(TraceParent.KEY));
    }

    static Delivery of(DeadLetter letter) {
        return new Delivery(
                letter.topic(), letter.tag(), letter.source(), letter.eventId(), letter.body(), letter.traceId(), null);
    }

    /** The outbox number; for a message that no outbox has sent, a number made of the broker's own id. */
    private static long eventId(MessageExt message) {
        String key = message.getKeys() == null ? "" : message.getKeys().strip();
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException e) {
            byte[] id = message.getMsgId().getBytes(StandardCharsets.UTF_8);
            return UUID.nameUUIDFromBytes(id).getLeastSignificantBits() & Long.MAX_VALUE;
        }
    }
}
