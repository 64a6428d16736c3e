package org.gomall.platform.messaging;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.IntSupplier;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.remoting.RPCHook;

/**
 * How this process takes part in messaging.
 *
 * @param application consumer group of its handlers and source of its events
 * @param cell whose handlers hear every event for themselves, in a consumer group of their own; cell 0 has the application's
 * @param nameServer address of RocketMQ's name server
 * @param space events of other spaces are ignored: lets several systems (or test runs) share one broker; normally empty
 * @param since a consumer group that is new begins here; null (the normal case): at the first message the broker still has
 * @param attempts after so many failed attempts an event becomes a dead letter; may change while the process runs
 * @param credentials signs every request to the broker; null where it checks nobody
 */
record MessagingSettings(
        String application,
        int cell,
        String nameServer,
        String space,
        Instant since,
        IntSupplier attempts,
        RPCHook credentials) {

    static final int POLL_MILLIS = 5_000;

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(java.time.ZoneId.systemDefault());

    int maxAttempts() {
        return attempts.getAsInt();
    }

    String group() {
        String group = cell == 0 ? application : application + "-cell-" + cell;
        return space.isEmpty() ? group : group + "-" + space;
    }

    ConsumeFromWhere from() {
        return since == null ? ConsumeFromWhere.CONSUME_FROM_FIRST_OFFSET : ConsumeFromWhere.CONSUME_FROM_TIMESTAMP;
    }

    /** In the local time of this process, as RocketMQ's client reads it. */
    String fromTimestamp() {
        return TIMESTAMP.format(
                since == null ? Instant.EPOCH.atOffset(ZoneOffset.UTC).toInstant() : since);
    }
}
