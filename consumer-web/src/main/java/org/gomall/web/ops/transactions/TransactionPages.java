package org.gomall.web.ops.transactions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.ops.StuckTransaction;
import org.gomall.api.ops.TransactionService;
import org.gomall.web.page.Flash;
import org.gomall.web.page.Problem;
import org.gomall.web.page.Redirects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Stuck transactions with the repair of each. */
@Controller
class TransactionPages {

    private static final String PAGE = "/ops/transactions";
    private static final String VIEW = "ops/transactions";

    private final TransactionService transactions;
    private final TransactionRepair repair;

    TransactionPages(TransactionService transactions, TransactionRepair repair) {
        this.transactions = transactions;
        this.repair = repair;
    }

    @GetMapping(PAGE)
    String show(Model model, HttpServletResponse response) {
        try {
            fill(model, transactions.stuck());
        } catch (BusinessException e) {
            Problem.show(e, model, response);
        }
        return VIEW;
    }

    @PostMapping(PAGE)
    String repair(
            ActingUser ops,
            @RequestParam long orderId,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            Flash.say(request, response, repair.repair(ops, orderId) ? "ops.repaired" : "ops.nothing");
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            stuckIfTold(model);
            return VIEW;
        }
        return Redirects.to(PAGE);
    }

    private void stuckIfTold(Model model) {
        try {
            fill(model, transactions.stuck());
        } catch (BusinessException e) {
            // The page says already what is wrong.
        }
    }

    private static void fill(Model model, List<StuckTransaction> stuck) {
        model.addAttribute("stuck", stuck);
        model.addAttribute(
                "repairable",
                stuck.stream()
                        .filter(StuckTransaction::repairable)
                        .map(StuckTransaction::orderId)
                        .distinct()
                        .toList());
    }
}
