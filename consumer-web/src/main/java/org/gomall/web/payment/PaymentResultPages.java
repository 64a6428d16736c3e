package org.gomall.web.payment;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.gomall.api.common.BusinessException;
import org.gomall.api.order.OrderService;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.OrderView;
import org.gomall.api.payment.PaymentService;
import org.gomall.api.payment.PaymentStatus;
import org.gomall.api.payment.PaymentView;
import org.gomall.web.catalogue.CatalogueReader;
import org.gomall.web.page.Problem;
import org.gomall.web.page.Redirects;
import org.gomall.web.session.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What became of paying an order: its newest payment, with all the orders that it pays. */
@Controller
class PaymentResultPages {

    private final PaymentService payments;
    private final OrderService orders;
    private final CatalogueReader catalogue;

    PaymentResultPages(PaymentService payments, OrderService orders, CatalogueReader catalogue) {
        this.payments = payments;
        this.orders = orders;
        this.catalogue = catalogue;
    }

    /** The address of the outcome. */
    static String of(long orderId) {
        return "/orders/" + orderId + "/result";
    }

    /**
     * The outcome of the newest payment.
     *
     * @param payment an earlier payment to look at instead
     * @param method what was paid with, for trying it again
     */
    @GetMapping("/orders/{orderId}/result")
    String result(
            CurrentUser user,
            @PathVariable long orderId,
            @RequestParam(required = false) Long payment,
            @RequestParam(required = false) String method,
            Model model) {
        OrderView order = orders.get(user.userId(), orderId);
        List<PaymentView> known = known(user, orderId);
        if (known == null) {
            model.addAttribute("order", order);
            return "payment/away";
        }
        if (known.isEmpty()) {
            return Redirects.to("/orders/" + orderId);
        }
        PaymentView shown = known.stream()
                .filter(each -> payment == null || each.paymentId() == payment)
                .findFirst()
                .orElseThrow(() -> BusinessException.notFound("payment"));
        return outcome(user, order, shown, PayBy.named(method), model);
    }

    /** The address of a payment, where its outcome was before. */
    @GetMapping("/pay/result/{paymentId}")
    String ofPayment(CurrentUser user, @PathVariable long paymentId) {
        PaymentView payment = payments.get(user.userId(), paymentId);
        return Redirects.to(of(payment.orderIds().get(0)) + "?payment=" + paymentId);
    }

    @PostMapping("/orders/{orderId}/payments/{paymentId}/cancel")
    String cancel(
            CurrentUser user,
            @PathVariable long orderId,
            @PathVariable long paymentId,
            @RequestParam(required = false) String method,
            Model model,
            HttpServletResponse response) {
        OrderView order = orders.get(user.userId(), orderId);
        try {
            payments.cancel(user.userId(), paymentId);
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            PaymentView payment = payments.get(user.userId(), paymentId);
            return outcome(user, order, payment, PayBy.named(method), model);
        }
        PayBy by = PayBy.named(method);
        return Redirects.to(of(orderId) + (by == null ? "" : "?method=" + by.text()));
    }

    private String outcome(CurrentUser user, OrderView order, PaymentView payment, PayBy by, Model model) {
        List<OrderView> paid = payment.orderIds().stream()
                .map(id -> id == order.orderId() ? order : orders.get(user.userId(), id))
                .toList();
        PaymentOutcome outcome = PaymentOutcome.of(payment, paid);
        model.addAttribute("order", order);
        model.addAttribute("payment", payment);
        model.addAttribute("orders", paid);
        model.addAttribute(
                "shops", catalogue.shops(paid.stream().map(OrderView::shopId).toList()));
        model.addAttribute("outcome", outcome);
        model.addAttribute("method", by == null ? null : by.text());
        model.addAttribute("retry", retry(payment, paid));
        return "pay-result";
    }

    /** The orders that still wait for their money after a payment that came to nothing. */
    private static String retry(PaymentView payment, List<OrderView> paid) {
        boolean ended = payment.status() == PaymentStatus.FAILED
                || payment.status() == PaymentStatus.CANCELLED
                || payment.status() == PaymentStatus.EXPIRED;
        return paid.stream()
                .filter(order -> ended && order.status() == OrderStatus.CREATED)
                .map(order -> String.valueOf(order.orderId()))
                .collect(Collectors.joining(","));
    }

    /** Null while provider-payment cannot be asked. */
    private List<PaymentView> known(CurrentUser user, long orderId) {
        try {
            return payments.ofOrder(user.userId(), orderId);
        } catch (BusinessException e) {
            return null;
        }
    }
}
