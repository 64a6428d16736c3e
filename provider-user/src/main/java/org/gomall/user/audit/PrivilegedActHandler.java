package org.gomall.user.audit;

import org.gomall.api.common.Topics;
import org.gomall.api.user.PrivilegedAct;
import org.gomall.api.user.UserStatus;
import org.gomall.platform.id.Ids;
import org.gomall.platform.messaging.EventHandler;
import org.springframework.stereotype.Component;

/** Writes the audit log: the one way into it, for the acts of all services; the inbox makes it once. */
@Component
class PrivilegedActHandler implements EventHandler<PrivilegedAct> {

    private static final int LONGEST_IP = 64;
    private static final int LONGEST_ACTION = 64;
    private static final int LONGEST_SUBJECT = 128;

    private final AuditMapper log;
    private final Ids ids;

    PrivilegedActHandler(AuditMapper log, Ids ids) {
        this.log = log;
        this.ids = ids;
    }

    @Override
    public String topic() {
        return Topics.AUDIT;
    }

    @Override
    public Class<PrivilegedAct> type() {
        return PrivilegedAct.class;
    }

    @Override
    public void handle(PrivilegedAct act) {
        UserStatus actor = log.hold(act.actorId());
        log.add(
                ids.next(),
                act.actorId(),
                AuditText.line(act.ip(), LONGEST_IP),
                AuditText.line(act.action(), LONGEST_ACTION),
                AuditText.line(act.subject(), LONGEST_SUBJECT),
                AuditText.details(act.details()),
                act.at());
        if (actor == UserStatus.CLOSED) {
            log.removeTraces(act.actorId());
        }
    }
}
