package org.gomall.api.user;

import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import org.gomall.api.common.ActingUser;

/**
 * Event on {@code Topics.AUDIT}: somebody used a special right. Published in the local transaction of the act itself, so
 * that there is no act without its entry in the audit log and no entry without an act.
 *
 * @param actorId who did it
 * @param ip where from, or null
 * @param action what was done, as {@code noun.verb}, for example {@code product.approve}
 * @param subject what it was done to, as {@code kind:id}, for example {@code product:100001}
 * @param details what else one wants to know afterwards (a reason, old and new values); never a secret
 * @param at when, by the clock of the service that did it
 */
public record PrivilegedAct(
        long actorId, String ip, String action, String subject, Map<String, String> details, Instant at)
        implements Serializable {

    /** How the actions of operations begin, which users with the role OPS may do as well as admins. */
    public static final String OPS = "ops.";

    /** The act of this user. */
    public static PrivilegedAct of(
            ActingUser actor, String action, String subject, Map<String, String> details, Instant at) {
        return new PrivilegedAct(actor.userId(), actor.ip(), action, subject, details, at);
    }
}
