package org.gomall.web.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.user.AuditLogService;
import org.gomall.api.user.AuditQuery;
import org.gomall.api.user.BanCommand;
import org.gomall.api.user.RoleService;
import org.gomall.api.user.UserDirectoryService;
import org.gomall.api.user.UserQuery;
import org.gomall.api.user.UserStatus;
import org.gomall.api.user.UserView;
import org.gomall.web.page.Flash;
import org.gomall.web.page.Problem;
import org.gomall.web.page.Redirects;
import org.gomall.web.page.Tab;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Users: list, detail with roles, and the questions before a ban, its end, and a kick. */
@Controller
class UserPages {

    private static final String LIST = "/admin/users";
    private static final int SIZE = 20;

    private final UserDirectoryService users;
    private final RoleService roles;
    private final AuditLogService audit;
    private final UserDesk desk;

    UserPages(UserDirectoryService users, RoleService roles, AuditLogService audit, UserDesk desk) {
        this.users = users;
        this.roles = roles;
        this.audit = audit;
        this.desk = desk;
    }

    @GetMapping(LIST)
    String list(
            ActingUser admin,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        UserStatus wanted = Tab.named(UserStatus.class, status);
        UserQuery query = new UserQuery(admin, q.isBlank() ? null : q.strip(), wanted, page, SIZE);
        query.check();
        model.addAttribute("users", users.list(query));
        model.addAttribute("q", q);
        model.addAttribute("status", wanted);
        model.addAttribute("statuses", UserStatus.values());
        return "admin/users";
    }

    @GetMapping(LIST + "/{userId}")
    String detail(ActingUser admin, @PathVariable long userId, Model model) {
        UserView user = users.get(admin, userId);
        model.addAttribute("person", user);
        model.addAttribute("chosen", user.roles());
        model.addAttribute("roles", roles.roles());
        model.addAttribute(
                "acts",
                audit.list(new AuditQuery(admin, null, null, "user:" + userId, null, null, 1, SIZE)).items().stream()
                        .map(Act::of)
                        .toList());
        return "admin/user";
    }

    /** What the ticked roles would change, before they are saved. */
    @GetMapping(LIST + "/{userId}/roles")
    String askBeforeChangingRoles(
            ActingUser admin,
            @PathVariable long userId,
            @RequestParam(name = "role", required = false) List<String> wanted,
            Model model) {
        return askAboutRoles(admin, userId, wanted == null ? List.of() : wanted, model);
    }

    @PostMapping(LIST + "/{userId}/roles")
    String roles(
            ActingUser admin,
            @PathVariable long userId,
            @RequestParam(name = "role", required = false) List<String> wanted,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        List<String> chosen = wanted == null ? List.of() : wanted;
        try {
            desk.setRoles(admin, userId, chosen);
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            return askAboutRoles(admin, userId, chosen, model);
        }
        return done(userId, "admin.user.roles", request, response);
    }

    @GetMapping(LIST + "/{userId}/ban")
    String askBeforeBanning(ActingUser admin, @PathVariable long userId, Model model) {
        return ask(admin, userId, "ban", model);
    }

    @PostMapping(LIST + "/{userId}/ban")
    String ban(
            ActingUser admin,
            @PathVariable long userId,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            new BanCommand(admin, userId, reason.strip()).check();
            desk.ban(admin, userId, reason.strip());
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            model.addAttribute("reason", reason);
            return ask(admin, userId, "ban", model);
        }
        return done(userId, "admin.user.banned", request, response);
    }

    @GetMapping(LIST + "/{userId}/unban")
    String askBeforeUnbanning(ActingUser admin, @PathVariable long userId, Model model) {
        return ask(admin, userId, "unban", model);
    }

    @PostMapping(LIST + "/{userId}/unban")
    String unban(
            ActingUser admin,
            @PathVariable long userId,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            desk.unban(admin, userId);
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            return ask(admin, userId, "unban", model);
        }
        return done(userId, "admin.user.unbanned", request, response);
    }

    @GetMapping(LIST + "/{userId}/kick")
    String askBeforeKicking(ActingUser admin, @PathVariable long userId, Model model) {
        return ask(admin, userId, "kick", model);
    }

    @PostMapping(LIST + "/{userId}/kick")
    String kick(ActingUser admin, @PathVariable long userId, HttpServletRequest request, HttpServletResponse response) {
        desk.kick(admin, userId);
        return done(userId, "admin.user.kicked", request, response);
    }

    private String askAboutRoles(ActingUser admin, long userId, List<String> chosen, Model model) {
        UserView user = users.get(admin, userId);
        model.addAttribute("person", user);
        model.addAttribute("chosen", chosen);
        model.addAttribute("given", without(chosen, user.roles()));
        model.addAttribute("taken", without(user.roles(), chosen));
        return "admin/user-roles";
    }

    /** Everybody keeps {@code USER}, so it is never among what changes. */
    private static List<String> without(List<String> roles, List<String> others) {
        return roles.stream()
                .filter(role -> !role.equals("USER") && !others.contains(role))
                .toList();
    }

    private String ask(ActingUser admin, long userId, String act, Model model) {
        model.addAttribute("person", users.get(admin, userId));
        model.addAttribute("act", act);
        return "admin/user-ask";
    }

    private static String done(long userId, String said, HttpServletRequest request, HttpServletResponse response) {
        Flash.say(request, response, said);
        return Redirects.to(LIST + "/" + userId);
    }
}
