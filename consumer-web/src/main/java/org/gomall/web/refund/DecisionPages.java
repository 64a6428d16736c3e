package org.gomall.web.refund;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.order.ApproveRefundCommand;
import org.gomall.api.order.MerchantOrderService;
import org.gomall.api.order.OrderView;
import org.gomall.api.order.RefundDecisionService;
import org.gomall.api.order.RefundQuery;
import org.gomall.api.order.RefundRequestView;
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
    private final MerchantOrderService orders;

    DecisionPages(RefundDecisionService refunds, MerchantOrderService orders) {
        this.refunds = refunds;
        this.orders = orders;
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
        show(shopId, refundId, model);
        model.addAttribute("reason", reason);
        return "refund/decide";
    }

    /** The question before money goes back. */
    String ask(Long shopId, long refundId, Model model) {
        show(shopId, refundId, model);
        return "refund/approve";
    }

    String approve(
            ApproveRefundCommand command, Model model, HttpServletRequest request, HttpServletResponse response) {
        try {
            refunds.approve(command);
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            return ask(command.shopId(), command.refundId(), model);
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

    private void show(Long shopId, long refundId, Model model) {
        RefundRequestView refund = refunds.get(shopId, refundId);
        model.addAttribute("refund", refund);
        model.addAttribute("order", orderOf(refund));
        model.addAttribute("path", path(shopId));
    }

    /** What it is about; null while it cannot be had, for the decision can do without. */
    private OrderView orderOf(RefundRequestView refund) {
        try {
            return orders.get(refund.shopId(), refund.orderId());
        } catch (BusinessException e) {
            return null;
        }
    }
}
