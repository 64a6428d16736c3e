package org.gomall.web.ops.deadletters;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.ops.ReplayOutcome;
import org.gomall.web.page.Flash;
import org.gomall.web.page.Problem;
import org.gomall.web.page.Redirects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Dead letters with a button to replay each. */
@Controller
class DeadLetterPages {

    private static final String PAGE = "/ops/dead-letters";
    private static final String VIEW = "ops/dead-letters";
    private static final int SIZE = 20;

    private final DeadLetterOffice office;

    DeadLetterPages(DeadLetterOffice office) {
        this.office = office;
    }

    @GetMapping(PAGE)
    String show(
            @RequestParam(defaultValue = "") String application,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        fill(application, page, model);
        return VIEW;
    }

    @PostMapping(PAGE)
    String replay(
            ActingUser ops,
            @RequestParam String letterId,
            @RequestParam(defaultValue = "") String application,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            ReplayOutcome outcome = office.replay(ops, letterId);
            if (outcome.result() != ReplayOutcome.Result.FAILED) {
                boolean handled = outcome.result() == ReplayOutcome.Result.HANDLED;
                Flash.say(request, response, handled ? "ops.replayed" : "ops.gone");
                return Redirects.to(PAGE);
            }
            model.addAttribute("failed", outcome.error());
        } catch (BusinessException e) {
            Problem.show(e, model, response);
        }
        fill(application, 1, model);
        return VIEW;
    }

    private void fill(String application, int page, Model model) {
        DeadLetterOffice.Found found = office.list(application.isEmpty() ? null : application, page, SIZE);
        model.addAttribute("letters", found.page());
        model.addAttribute("missing", found.missing());
        model.addAttribute("chosen", application);
        model.addAttribute("applications", office.applications());
        model.addAttribute("url", PAGE + "?application=" + application + "&page=");
    }
}
