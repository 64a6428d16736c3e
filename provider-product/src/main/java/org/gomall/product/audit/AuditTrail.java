package org.gomall.product.audit;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.Topics;
import org.gomall.api.user.PrivilegedAct;
import org.gomall.platform.messaging.Outbox;
import org.springframework.stereotype.Component;

/** Tells the audit log what merchants and admins did, in the transaction in which they did it. */
@Component
public class AuditTrail {

    private final Outbox outbox;
    private final Clock clock;

    AuditTrail(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Tells about one act.
     *
     * @param action {@code noun.verb}
     * @param subject {@code kind:id}
     */
    public void tell(ActingUser actor, String action, String subject, Map<String, String> details) {
        outbox.publish(
                Topics.AUDIT, PrivilegedAct.of(actor, action, subject, new LinkedHashMap<>(details), clock.instant()));
    }
}
