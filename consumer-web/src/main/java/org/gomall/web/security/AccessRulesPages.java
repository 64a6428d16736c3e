package org.gomall.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.user.UserView;
import org.gomall.web.page.Flash;
import org.gomall.web.page.Problem;
import org.gomall.web.page.Redirects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The access rules as a form, one entry a line, and the page that explains decisions. */
@Controller
class AccessRulesPages {

    private static final String RULES = "/admin/access-rules";

    private final AccessRulesDesk desk;
    private final Explainer explainer;
    private final UserFinder finder;

    AccessRulesPages(AccessRulesDesk desk, Explainer explainer, UserFinder finder) {
        this.desk = desk;
        this.explainer = explainer;
        this.finder = finder;
    }

    /** The rules as they are typed. */
    record RulesForm(Long version, String whitelist, String users, String ips, String cidrs) {

        static RulesForm of(AccessDocument document) {
            return new RulesForm(
                    document.version(),
                    String.join("\n", document.whitelist()),
                    String.join("\n", document.blacklist().users()),
                    String.join("\n", document.blacklist().ips()),
                    String.join("\n", document.blacklist().cidrs()));
        }

        AccessDocument document() {
            return new AccessDocument(
                    version, lines(whitelist), new AccessDocument.Blacklist(lines(users), lines(ips), lines(cidrs)));
        }

        private static List<String> lines(String text) {
            return text == null
                    ? List.of()
                    : text.lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .toList();
        }
    }

    @GetMapping(RULES)
    String show(Model model) {
        model.addAttribute("form", RulesForm.of(desk.current()));
        return "admin/access-rules";
    }

    @PostMapping(RULES)
    String save(
            ActingUser admin,
            @ModelAttribute("form") RulesForm form,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            desk.replace(admin, form.document());
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            return "admin/access-rules";
        }
        Flash.say(request, response, "admin.rules.saved");
        return Redirects.to(RULES);
    }

    @GetMapping("/admin/permissions")
    String explain(
            ActingUser admin,
            @RequestParam(defaultValue = "") String user,
            @RequestParam(defaultValue = "GET") String method,
            @RequestParam(required = false) String path,
            @RequestParam(defaultValue = "") String ip,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("typed", user);
        model.addAttribute("method", method);
        model.addAttribute("path", path);
        model.addAttribute("ip", ip);
        if (path != null) {
            try {
                UserView person = finder.find(admin, user, "user");
                model.addAttribute("person", person);
                model.addAttribute(
                        "explanation",
                        explainer.explain(
                                admin,
                                person == null ? null : person.userId(),
                                method,
                                path.strip(),
                                ip.isBlank() ? null : ip.strip()));
            } catch (BusinessException e) {
                Problem.show(e, model, response);
            }
        }
        return "admin/permissions";
    }
}
