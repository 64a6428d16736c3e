package org.gomall.web.refund;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.order.ApproveRefundCommand;
import org.gomall.api.order.RefundDecisionService;
import org.gomall.api.order.RefundQuery;
import org.gomall.api.order.RefundStatus;
import org.gomall.api.order.RefuseRefundCommand;
import org.gomall.web.page.Flash;
import org.gomall.web.page.Problem;
import org.gomall.web.page.Redirects;
import org.gomall.web.page.Tab;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of merchants and admins about refund requests have in common; {@code shopId} is null for admins. */
@Component
class DecisionPages {

    private static final int SIZE = 20;

    private final RefundDecisionService refunds;

    DecisionPages(RefundDecisionService refunds) {
        this.refunds = refunds;
    }

    /** Where the pages of a kind of people live. */
    static String path(Long shopId) {
        return shopId == null ? "/admin/refunds" : "/merchant/refunds";
    }

    String list(Long shopId, String status, int page, Model model) {
        RefundStatus tab = Tab.named(RefundStatus.class, status);
        RefundQuery query = new RefundQuery(shopId, tab, page, SIZE);
        query.check();
        model.addAttribute("refunds", refunds.list(query));
        model.addAttribute("tab", tab);
        model.addAttribute("tabs", List.of(RefundStatus.values()));
        model.addAttribute("path", path(shopId));
        return "refund/list";
    }

    String detail(Long shopId, long refundId, String reason, Model model) {
        model.addAttribute("refund", refunds.get(shopId, refundId));
        model.addAttribute("path", path(shopId));
        model.addAttribute("reason", reason);
        return "refund/decide";
    }

    String approve(
            ApproveRefundCommand command, Model model, HttpServletRequest request, HttpServletResponse response) {
        try {
            refunds.approve(command);
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            return detail(command.shopId(), command.refundId(), "", model);
        }
        Flash.say(request, response, "refund.approved");
        return Redirects.to(path(command.shopId()) + "/" + command.refundId());
    }

    String refuse(
            Long shopId,
            long refundId,
            String reason,
            ActingUser actor,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            RefuseRefundCommand command = new RefuseRefundCommand(shopId, refundId, reason.strip(), actor);
            command.check();
            refunds.refuse(command);
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            return detail(shopId, refundId, reason, model);
        }
        Flash.say(request, response, "refund.refused");
        return Redirects.to(path(shopId) + "/" + refundId);
    }
}
