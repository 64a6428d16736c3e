package org.gomall.api.ops;

import java.io.Serializable;
import java.time.Instant;

/**
 * An event that could not be applied.
 *
 * @param id names the letter over all applications, for example {@code provider-order:123}
 * @param application whose handler failed
 * @param event the kind of event
 * @param source application which published it
 * @param body the event with its texts masked
 * @param error class and message of the last failure
 */
public record DeadLetterView(
        String id,
        String application,
        String handler,
        String topic,
        String event,
        String source,
        long eventId,
        String body,
        String traceId,
        String error,
        int attempts,
        Instant failedAt)
        implements Serializable {}
