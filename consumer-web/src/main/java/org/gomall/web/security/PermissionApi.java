package org.gomall.web.security;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.gomall.api.common.ActingUser;
import org.gomall.web.envelope.Envelope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who may reach what, and why. */
@RestController
@RequestMapping("/api/admin/permissions")
@Tag(name = "Admin")
class PermissionApi {

    private final Explainer explainer;

    PermissionApi(Explainer explainer) {
        this.explainer = explainer;
    }

    @GetMapping("/check")
    @Operation(summary = "Whether a user (without userId: a guest) may do this, and which rule decides")
    Envelope<Explanation> check(
            @RequestParam(required = false) Long userId,
            @RequestParam String method,
            @RequestParam String path,
            @RequestParam(required = false) String ip,
            ActingUser admin) {
        return Envelope.ok(explainer.explain(admin, userId, method, path, ip));
    }
}
