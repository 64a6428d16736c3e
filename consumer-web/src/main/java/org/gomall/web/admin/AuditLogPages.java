package org.gomall.web.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.Page;
import org.gomall.api.user.AuditEntryView;
import org.gomall.api.user.AuditLogService;
import org.gomall.api.user.AuditQuery;
import org.gomall.api.user.UserView;
import org.gomall.web.page.Problem;
import org.gomall.web.security.UserFinder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The audit log. Days are those of UTC, as in the API. */
@Controller
class AuditLogPages {

    private static final String LIST = "/admin/audit-log";
    private static final int SIZE = 50;

    /** Stands for somebody at the command line of the server. */
    private static final String SHELL = "0";

    private final AuditLogService audit;
    private final UserFinder finder;

    AuditLogPages(AuditLogService audit, UserFinder finder) {
        this.audit = audit;
        this.finder = finder;
    }

    /** What to look for, as it is typed; blank means all. */
    record Filter(String actor, String action, String subject, String from, String to, Integer page) {

        AuditQuery query(ActingUser admin, Long actorId) {
            AuditQuery query = new AuditQuery(
                    admin,
                    actorId,
                    Typed.text(action),
                    Typed.text(subject),
                    Typed.day(from, "from", 0),
                    Typed.day(to, "to", 1),
                    page == null ? 1 : page,
                    SIZE);
            query.check();
            return query;
        }

        /** Whether anything narrows the list. */
        public boolean isNarrow() {
            return !narrowing().isEmpty();
        }

        /** The address of this list without its page number. */
        String url() {
            return LIST + "?" + narrowing() + "page=";
        }

        private String narrowing() {
            return Typed.pair("actor", actor)
                    + Typed.pair("action", action)
                    + Typed.pair("subject", subject)
                    + Typed.pair("from", from)
                    + Typed.pair("to", to);
        }
    }

    @GetMapping(LIST)
    String list(ActingUser admin, @ModelAttribute("filter") Filter filter, Model model, HttpServletResponse response) {
        Page<AuditEntryView> entries = new Page<>(List.of(), 1, SIZE, 0);
        try {
            entries = audit.list(filter.query(admin, actorId(admin, filter.actor())));
        } catch (BusinessException e) {
            Problem.show(e, model, response);
        }
        model.addAttribute("acts", entries.map(Act::of));
        model.addAttribute("actions", Act.ACTIONS);
        model.addAttribute("url", filter.url());
        return "admin/audit-log";
    }

    private Long actorId(ActingUser admin, String typed) {
        if (SHELL.equals(Typed.text(typed))) {
            return Long.valueOf(SHELL);
        }
        UserView actor = finder.find(admin, typed, "actor");
        return actor == null ? null : actor.userId();
    }
}
