package org.gomall.web.refund;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gomall.api.common.BusinessException;
import org.gomall.api.order.OrderService;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.OrderView;
import org.gomall.api.order.RefundRequestService;
import org.gomall.api.order.RequestRefundCommand;
import org.gomall.web.page.Amounts;
import org.gomall.web.page.Flash;
import org.gomall.web.page.FormKeys;
import org.gomall.web.page.Problem;
import org.gomall.web.page.Redirects;
import org.gomall.web.session.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asking for money back. */
@Controller
class RefundPages {

    private final RefundRequestService refunds;
    private final OrderService orders;

    RefundPages(RefundRequestService refunds, OrderService orders) {
        this.refunds = refunds;
        this.orders = orders;
    }

    @GetMapping("/orders/{orderId}/refund")
    String ask(CurrentUser user, @PathVariable long orderId, Model model) {
        return page(user, orderId, "", "", FormKeys.next(), model);
    }

    @PostMapping("/orders/{orderId}/refund")
    String request(
            CurrentUser user,
            @PathVariable long orderId,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam String key,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            RequestRefundCommand command =
                    new RequestRefundCommand(user.userId(), orderId, key, reason.strip(), cents(amount));
            command.check();
            refunds.request(command);
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            return page(user, orderId, reason, amount, FormKeys.after(e, key), model);
        }
        Flash.say(request, response, "refund.asked");
        return Redirects.to("/orders/" + orderId);
    }

    private String page(CurrentUser user, long orderId, String reason, String amount, String key, Model model) {
        OrderView order = orders.get(user.userId(), orderId);
        model.addAttribute("order", order);
        model.addAttribute("leftCents", order.totalCents() - order.refundedCents());
        model.addAttribute("refundable", order.status().canTransitionTo(OrderStatus.REFUNDING));
        model.addAttribute("reason", reason);
        model.addAttribute("amount", amount);
        model.addAttribute("key", key);
        return "refund/ask";
    }

    /** Null, which means all that is left, only for an empty field. */
    private static Long cents(String amount) {
        Long cents = Amounts.cents(amount);
        if (cents == null && !amount.isBlank()) {
            throw Problem.invalid("amountCents");
        }
        return cents;
    }
}
