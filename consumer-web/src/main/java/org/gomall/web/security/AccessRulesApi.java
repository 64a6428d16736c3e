package org.gomall.web.security;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.gomall.api.common.ActingUser;
import org.gomall.web.envelope.Envelope;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What guests may reach, and who is kept out. */
@RestController
@RequestMapping("/api/admin/access-rules")
@Tag(name = "Admin")
class AccessRulesApi {

    private final AccessRulesDesk desk;

    AccessRulesApi(AccessRulesDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @Operation(summary = "The access rules in force")
    Envelope<AccessDocument> get() {
        return Envelope.ok(desk.current());
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Replace the access rules, naming the version they were made from; holds for the next request")
    Envelope<AccessDocument> put(@RequestBody AccessDocument body, ActingUser admin) {
        return Envelope.ok(desk.replace(admin, body));
    }
}
