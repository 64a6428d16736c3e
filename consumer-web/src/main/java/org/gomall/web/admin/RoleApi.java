package org.gomall.web.admin;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.gomall.api.common.ActingUser;
import org.gomall.api.user.RoleService;
import org.gomall.api.user.RoleView;
import org.gomall.web.envelope.Envelope;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Roles and what they permit. */
@RestController
@RequestMapping("/api/admin/roles")
@Tag(name = "Admin")
class RoleApi {

    private final RoleService roles;
    private final RoleDesk desk;

    RoleApi(RoleService roles, RoleDesk desk) {
        this.roles = roles;
        this.desk = desk;
    }

    @GetMapping
    @Operation(summary = "All roles with their patterns")
    Envelope<List<RoleView>> list() {
        return Envelope.ok(roles.roles());
    }

    @GetMapping("/{role}")
    @Operation(summary = "One role")
    Envelope<RoleView> get(@PathVariable String role) {
        return Envelope.ok(roles.role(role));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Make a role; permissions are patterns METHOD:regex, matched whole by RE2")
    ResponseEntity<Envelope<RoleView>> create(@RequestBody NewRole body, ActingUser admin) {
        return Envelope.created(desk.create(admin, body.role(), body.permissions()));
    }

    @PutMapping(path = "/{role}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Replace the patterns of a role; holds for the next request")
    Envelope<RoleView> replace(@PathVariable String role, @RequestBody Patterns body, ActingUser admin) {
        return Envelope.ok(desk.replace(admin, role, body.permissions()));
    }

    @DeleteMapping("/{role}")
    @Operation(summary = "Delete a role that nobody has")
    Envelope<Void> delete(@PathVariable String role, ActingUser admin) {
        desk.delete(admin, role);
        return Envelope.done();
    }

    record NewRole(String role, List<String> permissions) {}

    record Patterns(List<String> permissions) {}
}
