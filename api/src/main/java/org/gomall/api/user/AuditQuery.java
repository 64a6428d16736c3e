package org.gomall.api.user;

import java.io.Serializable;
import java.time.Instant;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/**
 * Which entries of the audit log to list, newest first. What is null does not matter.
 *
 * @param actor who looks
 * @param actorId who did it
 * @param action for example {@code user.ban}
 * @param subject for example {@code user:1001}
 * @param from the earliest moment
 * @param to the first moment that is too late
 */
public record AuditQuery(
        ActingUser actor, Long actorId, String action, String subject, Instant from, Instant to, int page, int size)
        implements Checked, Serializable {

    @Override
    public void check() {
        Check.fields()
                .that(actorId == null || actorId >= 0, "actorId", "must be a valid id")
                .optionalText(action, 64, "action")
                .optionalText(subject, 128, "subject")
                .that(from == null || to == null || from.isBefore(to), "from", "must be before to")
                .paging(page, size)
                .orRefuse();
    }
}
