package org.gomall.web.admin;

import java.util.List;
import org.gomall.api.common.ActingUser;
import org.gomall.api.user.RoleService;
import org.gomall.api.user.RoleView;
import org.gomall.api.user.SaveRoleCommand;
import org.gomall.web.session.SessionStore;
import org.springframework.stereotype.Component;

/** What admins do with roles; for the API and the pages alike. */
@Component
class RoleDesk {

    private final RoleService roles;
    private final SessionStore sessions;
    private final RightsNews news;

    RoleDesk(RoleService roles, SessionStore sessions, RightsNews news) {
        this.roles = roles;
        this.sessions = sessions;
        this.news = news;
    }

    /** Nobody has a new role yet, so nobody's rights change. */
    RoleView create(ActingUser actor, String role, List<String> permissions) {
        return roles.create(new SaveRoleCommand(actor, role, permissions));
    }

    RoleView replace(ActingUser actor, String role, List<String> permissions) {
        RoleView replaced = roles.replace(new SaveRoleCommand(actor, role, permissions));
        news.tell(sessions::rightsChanged);
        return replaced;
    }

    /** Nobody has a role that can be deleted. */
    void delete(ActingUser actor, String role) {
        roles.delete(actor, role);
    }
}
