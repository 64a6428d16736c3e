package org.gomall.web.admin;

import org.gomall.api.common.ActingUser;
import org.gomall.api.user.AuditLogService;
import org.gomall.api.user.AuditQuery;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where admins begin: the sections, and what was done last. */
@Controller
class AdminPages {

    private static final int LAST = 10;

    private final AuditLogService audit;

    AdminPages(AuditLogService audit) {
        this.audit = audit;
    }

    @GetMapping("/admin")
    String start(ActingUser admin, Model model) {
        model.addAttribute(
                "acts",
                audit.list(new AuditQuery(admin, null, null, null, null, null, 1, LAST)).items().stream()
                        .map(Act::of)
                        .toList());
        return "admin/start";
    }
}
