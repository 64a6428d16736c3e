package org.gomall.web.payment;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gomall.api.common.BusinessException;
import org.gomall.api.order.OrderService;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.OrderView;
import org.gomall.api.payment.PayCommand;
import org.gomall.api.payment.PaymentMethod;
import org.gomall.api.payment.PaymentService;
import org.gomall.api.payment.PaymentStatus;
import org.gomall.api.payment.PaymentView;
import org.gomall.web.catalogue.CatalogueReader;
import org.gomall.web.page.FormKeys;
import org.gomall.web.page.Problem;
import org.gomall.web.page.Redirects;
import org.gomall.web.session.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Paying one or several orders at once. What is chosen to pay with is part of the address. */
@Controller
class PaymentPages {

    /** Each order is a question of its own to provider-order; more shops than this are paid in portions. */
    private static final int MOST = 30;

    private final PaymentService payments;
    private final OrderService orders;
    private final PaymentChoices choices;
    private final CatalogueReader catalogue;
    private final Clock clock;

    PaymentPages(
            PaymentService payments,
            OrderService orders,
            PaymentChoices choices,
            CatalogueReader catalogue,
            Clock clock) {
        this.payments = payments;
        this.orders = orders;
        this.choices = choices;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** What is paid already, here or in another tab, or is being paid, is answered by its result. */
    @GetMapping("/pay")
    String ask(
            CurrentUser user,
            @RequestParam List<Long> orderIds,
            @RequestParam(required = false) String method,
            Model model) {
        List<OrderView> named = load(user, orderIds);
        OrderView settled = settled(user, named);
        return settled != null
                ? Redirects.to(PaymentResultPages.of(settled.orderId()))
                : page(user, named, PayBy.named(method), FormKeys.next(), model);
    }

    @PostMapping("/pay")
    String pay(
            CurrentUser user,
            @RequestParam List<Long> orderIds,
            @RequestParam String key,
            @RequestParam(required = false) String method,
            Model model,
            HttpServletResponse response) {
        PayBy by = Objects.requireNonNullElse(PayBy.named(method), PayBy.WALLET);
        if (by.isNew()) {
            return PaymentChoices.toNewCard("/pay?orderIds=" + text(orderIds) + "&method=card");
        }
        PaymentView payment;
        try {
            PayCommand command = new PayCommand(user.userId(), key, orderIds, method(by), by.cardId());
            command.check();
            payment = payments.pay(command).value();
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            return page(user, load(user, orderIds), by, FormKeys.after(e, key), model);
        }
        return Redirects.to(PaymentResultPages.of(payment.orderIds().get(0)) + "?method=" + by.text());
    }

    private static PaymentMethod method(PayBy by) {
        return by.kind() == PayBy.Kind.CARD ? PaymentMethod.CARD : PaymentMethod.WALLET;
    }

    private String page(CurrentUser user, List<OrderView> named, PayBy wanted, String key, Model model) {
        Instant now = clock.instant();
        List<OrderView> open =
                named.stream().filter(order -> isOpen(order, now)).toList();
        long totalCents = open.stream().mapToLong(OrderView::totalCents).sum();
        model.addAttribute("orders", open);
        model.addAttribute(
                "others", named.stream().filter(order -> !open.contains(order)).toList());
        model.addAttribute(
                "shops", catalogue.shops(named.stream().map(OrderView::shopId).toList()));
        model.addAttribute("totalCents", totalCents);
        model.addAttribute("choice", open.isEmpty() ? null : choices.atOnce(user, totalCents, wanted));
        model.addAttribute("until", firstExpiry(open));
        model.addAttribute("now", now);
        model.addAttribute(
                "over",
                named.stream().anyMatch(order -> order.status() == OrderStatus.CREATED && !open.contains(order)));
        model.addAttribute("named", text(named.stream().map(OrderView::orderId).toList()));
        model.addAttribute(
                "orderIds", text(open.stream().map(OrderView::orderId).toList()));
        model.addAttribute("key", key);
        return "pay";
    }

    /** Whether it can still be paid: once its time is over it is about to be cancelled. */
    private static boolean isOpen(OrderView order, Instant now) {
        return order.status() == OrderStatus.CREATED && (order.expiresAt() == null || now.isBefore(order.expiresAt()));
    }

    /** An order whose payment can be looked at instead of paying, or null. */
    private OrderView settled(CurrentUser user, List<OrderView> named) {
        OrderView waiting = named.stream()
                .filter(order -> order.status() == OrderStatus.CREATED)
                .findFirst()
                .orElse(null);
        if (waiting != null) {
            return isBeingPaid(user, waiting) ? waiting : null;
        }
        return named.stream()
                .filter(order -> order.status() != OrderStatus.CANCELLED)
                .findFirst()
                .orElse(null);
    }

    private boolean isBeingPaid(CurrentUser user, OrderView order) {
        try {
            return payments.ofOrder(user.userId(), order.orderId()).stream()
                    .anyMatch(payment -> payment.status() == PaymentStatus.PENDING);
        } catch (BusinessException e) {
            return false;
        }
    }

    private List<OrderView> load(CurrentUser user, List<Long> orderIds) {
        return orderIds.stream()
                .filter(Objects::nonNull)
                .distinct()
                .limit(MOST)
                .map(orderId -> orders.get(user.userId(), orderId))
                .toList();
    }

    private static String text(List<Long> orderIds) {
        return orderIds.stream().filter(Objects::nonNull).map(String::valueOf).collect(Collectors.joining(","));
    }

    private static Instant firstExpiry(List<OrderView> open) {
        return open.stream()
                .map(OrderView::expiresAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
