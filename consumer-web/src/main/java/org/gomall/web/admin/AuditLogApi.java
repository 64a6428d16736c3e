package org.gomall.web.admin;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.Page;
import org.gomall.api.user.AuditEntryView;
import org.gomall.api.user.AuditLogService;
import org.gomall.api.user.AuditQuery;
import org.gomall.web.envelope.Envelope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who did what to whom, when, from where. */
@RestController
@RequestMapping("/api/admin/audit-log")
@Tag(name = "Admin")
class AuditLogApi {

    private final AuditLogService audit;

    AuditLogApi(AuditLogService audit) {
        this.audit = audit;
    }

    @GetMapping
    @Operation(summary = "Privileged acts, newest first; from is included, to is not")
    Envelope<Page<AuditEntryView>> list(
            @RequestParam(required = false) Long actorId,
            @RequestParam(required = false) String action,
            @RequestParam(required = false) String subject,
            @RequestParam(required = false) Instant from,
            @RequestParam(required = false) Instant to,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size,
            ActingUser admin) {
        return Envelope.ok(audit.list(new AuditQuery(admin, actorId, action, subject, from, to, page, size)));
    }
}
