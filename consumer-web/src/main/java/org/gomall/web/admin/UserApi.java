package org.gomall.web.admin;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.Page;
import org.gomall.api.user.UserDirectoryService;
import org.gomall.api.user.UserQuery;
import org.gomall.api.user.UserStatus;
import org.gomall.api.user.UserView;
import org.gomall.web.envelope.Envelope;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Users, for admins. */
@RestController
@RequestMapping("/api/admin/users")
@Tag(name = "Admin")
class UserApi {

    private final UserDirectoryService users;
    private final UserDesk desk;

    UserApi(UserDirectoryService users, UserDesk desk) {
        this.users = users;
        this.desk = desk;
    }

    @GetMapping
    @Operation(summary = "Users, newest first; q is the beginning of a name or e-mail address")
    Envelope<Page<UserView>> list(
            @RequestParam(required = false) String q,
            @RequestParam(required = false) UserStatus status,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size,
            ActingUser admin) {
        return Envelope.ok(users.list(new UserQuery(admin, q, status, page, size)));
    }

    @GetMapping("/{userId}")
    @Operation(summary = "One user")
    Envelope<UserView> get(@PathVariable long userId, ActingUser admin) {
        return Envelope.ok(users.get(admin, userId));
    }

    @PutMapping(path = "/{userId}/roles", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Give a user exactly these roles; holds for the next request")
    Envelope<UserView> roles(@PathVariable long userId, @RequestBody Roles body, ActingUser admin) {
        return Envelope.ok(desk.setRoles(admin, userId, body.roles()));
    }

    @PostMapping(path = "/{userId}/ban", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Keep a user out; ends all sessions at once")
    Envelope<UserView> ban(@PathVariable long userId, @RequestBody Ban body, ActingUser admin) {
        return Envelope.ok(desk.ban(admin, userId, body.reason()));
    }

    @PostMapping("/{userId}/unban")
    @Operation(summary = "Let a banned user in again")
    Envelope<UserView> unban(@PathVariable long userId, ActingUser admin) {
        return Envelope.ok(desk.unban(admin, userId));
    }

    @PostMapping("/{userId}/kick")
    @Operation(summary = "End all sessions of a user, who may log in again")
    Envelope<Void> kick(@PathVariable long userId, ActingUser admin) {
        desk.kick(admin, userId);
        return Envelope.done();
    }

    record Roles(List<String> roles) {}

    record Ban(String reason) {}
}
