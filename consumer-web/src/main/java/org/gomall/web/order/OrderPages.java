package org.gomall.web.order;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.Page;
import org.gomall.api.order.OrderQuery;
import org.gomall.api.order.OrderService;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.OrderView;
import org.gomall.api.payment.PaymentService;
import org.gomall.api.payment.PaymentView;
import org.gomall.web.catalogue.CatalogueReader;
import org.gomall.web.page.Flash;
import org.gomall.web.page.Problem;
import org.gomall.web.page.Redirects;
import org.gomall.web.page.Tab;
import org.gomall.web.session.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The orders of the user: list, detail with live status, cancelling and confirming receipt. */
@Controller
class OrderPages {

    private static final int SIZE = 10;

    /** The tabs of the list. */
    private static final List<OrderStatus> TABS = List.of(
            OrderStatus.CREATED,
            OrderStatus.PAID,
            OrderStatus.SHIPPED,
            OrderStatus.RECEIVED,
            OrderStatus.COMPLETED,
            OrderStatus.CANCELLED,
            OrderStatus.REFUNDING,
            OrderStatus.REFUNDED);

    private final OrderService orders;
    private final PaymentService payments;
    private final CatalogueReader catalogue;
    private final Clock clock;

    OrderPages(OrderService orders, PaymentService payments, CatalogueReader catalogue, Clock clock) {
        this.orders = orders;
        this.payments = payments;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GetMapping("/orders")
    String list(
            CurrentUser user,
            @RequestParam(required = false) String status,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        OrderStatus tab = Tab.named(OrderStatus.class, status);
        OrderQuery query = new OrderQuery(user.userId(), tab, page, SIZE);
        query.check();
        Page<OrderView> found = orders.list(query);
        model.addAttribute("orders", found);
        model.addAttribute("tab", tab);
        model.addAttribute("tabs", TABS);
        model.addAttribute("any", found.total() > 0 || tab != null && hasAny(user));
        model.addAttribute(
                "shops",
                catalogue.shops(found.items().stream().map(OrderView::shopId).toList()));
        return "orders";
    }

    /**
     * The page of an order; its live part asks with {@code seen} and gets no content while nothing has changed.
     *
     * @param missing SKUs that could not be put into the cart when it was bought again
     */
    @GetMapping("/orders/{orderId}")
    String detail(
            CurrentUser user,
            @PathVariable long orderId,
            @RequestParam(required = false) String seen,
            @RequestParam(required = false) List<Long> missing,
            Model model,
            HttpServletResponse response) {
        OrderView order = orders.get(user.userId(), orderId);
        List<PaymentView> paid = payments(user, orderId);
        String version = version(order, paid);
        if (version.equals(seen)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return null;
        }
        model.addAttribute("payments", paid);
        model.addAttribute("version", version);
        model.addAttribute("now", clock.instant());
        model.addAttribute("progress", OrderProgress.of(order));
        model.addAttribute("changeable", OrderChangePages.isOpen(order));
        model.addAttribute(
                "missing",
                order.items().stream()
                        .filter(item -> missing != null && missing.contains(item.skuId()))
                        .toList());
        return show(order, "order", model);
    }

    @GetMapping("/orders/{orderId}/cancel")
    String askBeforeCancelling(CurrentUser user, @PathVariable long orderId, Model model) {
        return show(orders.get(user.userId(), orderId), "order-cancel", model);
    }

    @PostMapping("/orders/{orderId}/cancel")
    String cancel(
            CurrentUser user,
            @PathVariable long orderId,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            orders.cancel(user.userId(), orderId);
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            return show(orders.get(user.userId(), orderId), "order-cancel", model);
        }
        Flash.say(request, response, "order.cancelled");
        return Redirects.to("/orders/" + orderId);
    }

    @GetMapping("/orders/{orderId}/receive")
    String askBeforeReceiving(CurrentUser user, @PathVariable long orderId, Model model) {
        return show(orders.get(user.userId(), orderId), "order-receive", model);
    }

    @PostMapping("/orders/{orderId}/receive")
    String receive(
            CurrentUser user,
            @PathVariable long orderId,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            orders.receive(user.userId(), orderId);
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            return show(orders.get(user.userId(), orderId), "order-receive", model);
        }
        Flash.say(request, response, "order.received");
        return Redirects.to("/orders/" + orderId);
    }

    /** An empty tab and somebody who has never bought anything are told different things. */
    private boolean hasAny(CurrentUser user) {
        return orders.list(new OrderQuery(user.userId(), null, 1, 1)).total() > 0;
    }

    private String show(OrderView order, String view, Model model) {
        model.addAttribute("order", order);
        model.addAttribute("shop", catalogue.shops(List.of(order.shopId())).get(order.shopId()));
        return view;
    }

    /** Null while provider-payment cannot be asked: the order is shown without. */
    private List<PaymentView> payments(CurrentUser user, long orderId) {
        try {
            return payments.ofOrder(user.userId(), orderId);
        } catch (BusinessException e) {
            return null;
        }
    }

    /** Changes whenever something changes that the page shows. */
    private static String version(OrderView order, List<PaymentView> paid) {
        long money = paid == null
                ? -1
                : paid.stream()
                        .mapToLong(payment -> 31 * payment.status().ordinal() + payment.refundedCents())
                        .sum();
        long refunds = order.refunds().stream()
                .mapToLong(refund -> 1 + refund.status().ordinal())
                .sum();
        return order.status() + "-" + order.history().size() + "-" + money + "-" + refunds;
    }
}
