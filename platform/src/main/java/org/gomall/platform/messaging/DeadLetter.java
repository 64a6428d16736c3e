package org.gomall.platform.messaging;

import java.time.Instant;

/**
 * One event that could not be applied.
 *
 * @param letterId number of the letter
 * @param handler name of the handler which failed
 * @param source application which published the event
 * @param eventId number of the event, unique within its source
 * @param body the event as JSON
 * @param error class and message of the last failure
 */
public record DeadLetter(
        long letterId,
        String handler,
        String topic,
        String tag,
        String source,
        long eventId,
        String body,
        String traceId,
        String error,
        int attempts,
        Instant failedAt) {}
