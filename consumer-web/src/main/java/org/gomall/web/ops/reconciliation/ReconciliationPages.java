package org.gomall.web.ops.reconciliation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.ops.ReconciliationService;
import org.gomall.web.page.Flash;
import org.gomall.web.page.Problem;
import org.gomall.web.page.Redirects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The last report, and a button to look now. */
@Controller
class ReconciliationPages {

    private static final String PAGE = "/ops/reconciliation";
    private static final String VIEW = "ops/reconciliation";

    private final ReconciliationService reconciliation;

    ReconciliationPages(ReconciliationService reconciliation) {
        this.reconciliation = reconciliation;
    }

    @GetMapping(PAGE)
    String show(Model model, HttpServletResponse response) {
        try {
            model.addAttribute("report", reconciliation.last());
        } catch (BusinessException e) {
            if (e.error() != ErrorCode.ILLEGAL_STATE) {
                Problem.show(e, model, response);
            }
        }
        return VIEW;
    }

    @PostMapping(PAGE)
    String run(Model model, HttpServletRequest request, HttpServletResponse response) {
        try {
            reconciliation.run();
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            lastIfAny(model);
            return VIEW;
        }
        Flash.say(request, response, "ops.looked");
        return Redirects.to(PAGE);
    }

    private void lastIfAny(Model model) {
        try {
            model.addAttribute("report", reconciliation.last());
        } catch (BusinessException e) {
            // Nobody has looked before, or this is refused as well: the page says already what is wrong.
        }
    }
}
