package org.gomall.web.ops.reconciliation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.ops.LawStatus;
import org.gomall.api.ops.ReconciliationReport;
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

    private static final List<LawStatus> URGENT_FIRST =
            List.of(LawStatus.VIOLATED, LawStatus.UNCHECKED, LawStatus.SETTLING, LawStatus.HOLDS);

    private final ReconciliationService reconciliation;

    ReconciliationPages(ReconciliationService reconciliation) {
        this.reconciliation = reconciliation;
    }

    @GetMapping(PAGE)
    String show(Model model, HttpServletResponse response) {
        try {
            fill(model, reconciliation.last());
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

    /** What needs somebody comes first. */
    private static void fill(Model model, ReconciliationReport report) {
        model.addAttribute("report", report);
        model.addAttribute(
                "laws",
                report.laws().stream()
                        .sorted(Comparator.comparingInt(law -> URGENT_FIRST.indexOf(law.status())))
                        .toList());
    }

    private void lastIfAny(Model model) {
        try {
            fill(model, reconciliation.last());
        } catch (BusinessException e) {
            // Nobody has looked before, or this is refused as well: the page says already what is wrong.
        }
    }
}
