package org.gomall.user.audit;

import java.util.List;
import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.Page;
import org.gomall.api.common.PageLimits;
import org.gomall.api.common.Topics;
import org.gomall.api.user.AuditEntryView;
import org.gomall.api.user.AuditLogService;
import org.gomall.api.user.AuditQuery;
import org.gomall.api.user.PrivilegedAct;
import org.gomall.platform.messaging.Outbox;
import org.gomall.user.role.Admins;
import org.springframework.transaction.annotation.Transactional;

/** The audit log. */
@DubboService
class AuditLog implements AuditLogService {

    private final AuditMapper log;
    private final Admins admins;
    private final Outbox outbox;

    AuditLog(AuditMapper log, Admins admins, Outbox outbox) {
        this.log = log;
        this.admins = admins;
        this.outbox = outbox;
    }

    /** The row in the outbox is the record; the log itself is written as for everybody else's acts. */
    @Override
    @Transactional
    public void record(PrivilegedAct act) {
        ActingUser actor = new ActingUser(act.actorId(), act.ip());
        if (act.action().startsWith(PrivilegedAct.OPS)) {
            admins.requireOps(actor);
        } else {
            admins.enter(actor);
        }
        outbox.publish(Topics.AUDIT, act);
    }

    @Override
    public Page<AuditEntryView> list(AuditQuery query) {
        admins.require(query.actor());
        long offset = (query.page() - 1L) * query.size();
        List<AuditEntryView> entries = log
                .list(query.actorId(), query.action(), query.subject(), query.from(), query.to(), query.size(), offset)
                .stream()
                .map(AuditLog::view)
                .toList();
        long most = PageLimits.mostCounted(query.page(), query.size());
        long total = log.count(query.actorId(), query.action(), query.subject(), query.from(), query.to(), most);
        return new Page<>(entries, query.page(), query.size(), total);
    }

    private static AuditEntryView view(AuditMapper.Entry entry) {
        return new AuditEntryView(
                entry.entryId(),
                entry.actorId(),
                entry.actor(),
                entry.ip(),
                entry.action(),
                entry.subject(),
                AuditText.read(entry.details()),
                entry.doneAt());
    }
}
