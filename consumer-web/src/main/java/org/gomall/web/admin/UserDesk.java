package org.gomall.web.admin;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.user.AuditLogService;
import org.gomall.api.user.BanCommand;
import org.gomall.api.user.PrivilegedAct;
import org.gomall.api.user.SetRolesCommand;
import org.gomall.api.user.UserDirectoryService;
import org.gomall.api.user.UserView;
import org.gomall.web.session.SessionStore;
import org.springframework.stereotype.Component;

/** What admins do with users, and what follows for their sessions; for the API and the pages alike. */
@Component
class UserDesk {

    private final UserDirectoryService users;
    private final AuditLogService audit;
    private final SessionStore sessions;
    private final RightsNews news;
    private final Clock clock;

    UserDesk(UserDirectoryService users, AuditLogService audit, SessionStore sessions, RightsNews news, Clock clock) {
        this.users = users;
        this.audit = audit;
        this.sessions = sessions;
        this.news = news;
        this.clock = clock;
    }

    UserView setRoles(ActingUser actor, long userId, List<String> roles) {
        UserView user = users.setRoles(new SetRolesCommand(actor, userId, roles));
        news.tell(sessions::rightsChanged);
        return user;
    }

    /** From the next request on the user is told of the ban, on every instance, and no token from before lives again. */
    UserView ban(ActingUser actor, long userId, String reason) {
        UserView user = users.ban(new BanCommand(actor, userId, reason));
        news.tell(() -> {
            sessions.endAllOfBanned(userId);
            sessions.rightsChanged();
        });
        return user;
    }

    /** Sessions that outlived the ban, because the store was away then, end now at the latest. */
    UserView unban(ActingUser actor, long userId) {
        UserView user = users.unban(actor, userId);
        news.tell(() -> {
            sessions.endAll(userId);
            sessions.rightsChanged();
        });
        return user;
    }

    /**
     * Ends all sessions of a user, who may log in again.
     *
     * @throws BusinessException NOT_FOUND; NO_PERMISSION; UNAVAILABLE when sessions cannot be ended now
     */
    void kick(ActingUser actor, long userId) {
        users.get(actor, userId);
        audit.record(PrivilegedAct.of(actor, "user.kick", "user:" + userId, Map.of(), clock.instant()));
        sessions.endAll(userId);
    }
}
