package org.gomall.web.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.Page;
import org.gomall.api.user.AuditEntryView;
import org.gomall.api.user.AuditLogService;
import org.gomall.api.user.AuditQuery;
import org.gomall.web.page.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriUtils;

/** The audit log. Days are those of UTC, as in the API. */
@Controller
class AuditLogPages {

    private static final String LIST = "/admin/audit-log";
    private static final int SIZE = 50;

    private final AuditLogService audit;

    AuditLogPages(AuditLogService audit) {
        this.audit = audit;
    }

    /** What to look for, as it is typed; blank means all. */
    record Filter(String actorId, String action, String subject, String from, String to, Integer page) {

        AuditQuery query(ActingUser admin) {
            AuditQuery query = new AuditQuery(
                    admin,
                    number(actorId),
                    text(action),
                    text(subject),
                    day(from, "from", 0),
                    day(to, "to", 1),
                    page == null ? 1 : page,
                    SIZE);
            query.check();
            return query;
        }

        /** The address of this list without its page number. */
        String url() {
            return LIST + "?" + pair("actorId", actorId) + pair("action", action) + pair("subject", subject)
                    + pair("from", from) + pair("to", to) + "page=";
        }

        private static String pair(String name, String value) {
            return text(value) == null ? "" : name + "=" + UriUtils.encode(value.strip(), StandardCharsets.UTF_8) + "&";
        }

        private static String text(String value) {
            return value == null || value.isBlank() ? null : value.strip();
        }

        private static Long number(String value) {
            try {
                return text(value) == null ? null : Long.valueOf(value.strip());
            } catch (NumberFormatException e) {
                throw Problem.invalid("actorId");
            }
        }

        private static Instant day(String value, String field, int later) {
            try {
                return text(value) == null
                        ? null
                        : LocalDate.parse(value.strip())
                                .plusDays(later)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant();
            } catch (DateTimeParseException e) {
                throw Problem.invalid(field);
            }
        }
    }

    @GetMapping(LIST)
    String list(ActingUser admin, @ModelAttribute("filter") Filter filter, Model model, HttpServletResponse response) {
        Page<AuditEntryView> entries = new Page<>(List.of(), 1, SIZE, 0);
        try {
            entries = audit.list(filter.query(admin));
        } catch (BusinessException e) {
            Problem.show(e, model, response);
        }
        model.addAttribute("entries", entries);
        model.addAttribute("url", filter.url());
        return "admin/audit-log";
    }
}
