package org.gomall.web.ops.failures;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.web.page.Flash;
import org.gomall.web.page.Problem;
import org.gomall.web.page.Redirects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One field a failure, with what should happen beside it. */
@Controller
class FailurePages {

    private static final String PAGE = "/ops/failures";
    private static final String VIEW = "ops/failures";

    private final FailureDesk desk;

    FailurePages(FailureDesk desk) {
        this.desk = desk;
    }

    @GetMapping(PAGE)
    String show(Model model) {
        fill(model);
        return VIEW;
    }

    @PostMapping(PAGE)
    String set(
            ActingUser ops,
            @RequestParam Map<String, String> fields,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            desk.set(ops, values(fields));
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            fill(model);
            return VIEW;
        }
        Flash.say(request, response, "ops.failures");
        return Redirects.to(PAGE);
    }

    @PostMapping(PAGE + "/reset")
    String reset(ActingUser ops, Model model, HttpServletRequest request, HttpServletResponse response) {
        try {
            desk.reset(ops);
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            fill(model);
            return VIEW;
        }
        Flash.say(request, response, "ops.failures");
        return Redirects.to(PAGE);
    }

    private void fill(Model model) {
        model.addAttribute("open", desk.isOpen());
        if (desk.isOpen()) {
            model.addAttribute("switches", desk.switches());
        }
    }

    /** What is no number is refused like a number out of bounds. */
    private static Map<String, Long> values(Map<String, String> fields) {
        Map<String, Long> values = new LinkedHashMap<>();
        for (Failure failure : Failure.values()) {
            String text = fields.get(failure.key());
            if (text != null) {
                values.put(failure.key(), text.strip().matches("\\d{1,9}") ? Long.parseLong(text.strip()) : -1);
            }
        }
        return values;
    }
}
