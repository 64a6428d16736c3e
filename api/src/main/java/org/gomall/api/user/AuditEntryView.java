package org.gomall.api.user;

import java.io.Serializable;
import java.time.Instant;
import java.util.Map;

/**
 * An entry of the audit log.
 *
 * @param actorId who did it; 0 for somebody at the command line of the server
 * @param actor their user name as it is now, or null
 * @param ip where from, or null
 * @param action what was done, as {@code noun.verb}
 * @param subject what it was done to, as {@code kind:id}
 * @param at when
 */
public record AuditEntryView(
        long entryId,
        long actorId,
        String actor,
        String ip,
        String action,
        String subject,
        Map<String, String> details,
        Instant at)
        implements Serializable {}
