package org.gomall.web.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.user.RoleService;
import org.gomall.api.user.RoleView;
import org.gomall.api.user.SaveRoleCommand;
import org.gomall.web.page.Flash;
import org.gomall.web.page.Problem;
import org.gomall.web.page.Redirects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Roles: list, make, change, and the question before one is deleted. Patterns are typed one a line. */
@Controller
class RolePages {

    private static final String LIST = "/admin/roles";

    private final RoleService roles;
    private final RoleDesk desk;

    RolePages(RoleService roles, RoleDesk desk) {
        this.roles = roles;
        this.desk = desk;
    }

    @GetMapping(LIST)
    String list(Model model) {
        model.addAttribute("roles", roles.roles());
        return "admin/roles";
    }

    @GetMapping(LIST + "/new")
    String blank(Model model) {
        return form(null, "", "", model);
    }

    @PostMapping(LIST)
    String create(
            ActingUser admin,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String permissions,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            List<String> patterns = lines(permissions);
            new SaveRoleCommand(admin, role.strip(), patterns).check();
            desk.create(admin, role.strip(), patterns);
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            return form(null, role, permissions, model);
        }
        return done("admin.role.saved", request, response);
    }

    @GetMapping(LIST + "/{role}")
    String edit(@PathVariable String role, Model model) {
        RoleView known = roles.role(role);
        return form(known, role, String.join("\n", known.permissions()), model);
    }

    @PostMapping(LIST + "/{role}")
    String replace(
            ActingUser admin,
            @PathVariable String role,
            @RequestParam(defaultValue = "") String permissions,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            List<String> patterns = lines(permissions);
            new SaveRoleCommand(admin, role, patterns).check();
            desk.replace(admin, role, patterns);
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            return form(roles.role(role), role, permissions, model);
        }
        return done("admin.role.saved", request, response);
    }

    @GetMapping(LIST + "/{role}/delete")
    String askBeforeDeleting(@PathVariable String role, Model model) {
        model.addAttribute("known", roles.role(role));
        return "admin/role-delete";
    }

    @PostMapping(LIST + "/{role}/delete")
    String delete(
            ActingUser admin,
            @PathVariable String role,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            desk.delete(admin, role);
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            return askBeforeDeleting(role, model);
        }
        return done("admin.role.deleted", request, response);
    }

    private static String form(RoleView known, String role, String permissions, Model model) {
        model.addAttribute("known", known);
        model.addAttribute("role", role);
        model.addAttribute("permissions", permissions);
        return "admin/role";
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static String done(String said, HttpServletRequest request, HttpServletResponse response) {
        Flash.say(request, response, said);
        return Redirects.to(LIST);
    }
}
