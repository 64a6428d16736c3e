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
import org.gomall.api.payment.CardService;
import org.gomall.api.payment.CardView;
import org.gomall.api.payment.PayCommand;
import org.gomall.api.payment.PaymentMethod;
import org.gomall.api.payment.PaymentService;
import org.gomall.api.payment.PaymentStatus;
import org.gomall.api.payment.PaymentView;
import org.gomall.api.payment.RefundStatus;
import org.gomall.api.payment.WalletService;
import org.gomall.web.catalogue.CatalogueReader;
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

/** Paying one or several orders at once, and what became of it. */
@Controller
class PaymentPages {

    /** Each order is a question of its own to provider-order; more shops than this are paid in portions. */
    private static final int MOST = 30;

    private final PaymentService payments;
    private final OrderService orders;
    private final WalletService wallets;
    private final CardService cards;
    private final CatalogueReader catalogue;
    private final Clock clock;

    PaymentPages(
            PaymentService payments,
            OrderService orders,
            WalletService wallets,
            CardService cards,
            CatalogueReader catalogue,
            Clock clock) {
        this.payments = payments;
        this.orders = orders;
        this.wallets = wallets;
        this.cards = cards;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GetMapping("/pay")
    String ask(CurrentUser user, @RequestParam List<Long> orderIds, Model model) {
        return page(user, orderIds, FormKeys.next(), model);
    }

    @PostMapping("/pay")
    String pay(
            CurrentUser user,
            @RequestParam List<Long> orderIds,
            @RequestParam String key,
            @RequestParam(required = false) Long cardId,
            Model model,
            HttpServletResponse response) {
        PaymentView payment;
        try {
            PaymentMethod method = cardId == null ? PaymentMethod.WALLET : PaymentMethod.CARD;
            PayCommand command = new PayCommand(user.userId(), key, orderIds, method, cardId);
            command.check();
            payment = payments.pay(command).value();
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            return page(user, orderIds, FormKeys.after(e, key), model);
        }
        return Redirects.to("/pay/result/" + payment.paymentId());
    }

    @GetMapping("/pay/result/{paymentId}")
    String result(CurrentUser user, @PathVariable long paymentId, Model model) {
        return outcome(user, paymentId, model);
    }

    @PostMapping("/pay/result/{paymentId}/cancel")
    String cancel(CurrentUser user, @PathVariable long paymentId, Model model, HttpServletResponse response) {
        try {
            payments.cancel(user.userId(), paymentId);
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            return outcome(user, paymentId, model);
        }
        return Redirects.to("/pay/result/" + paymentId);
    }

    private String outcome(CurrentUser user, long paymentId, Model model) {
        PaymentView payment = payments.get(user.userId(), paymentId);
        List<OrderView> paid = load(user, payment.orderIds());
        boolean returning = payment.status() == PaymentStatus.SUCCEEDED
                && payment.refunds().stream().anyMatch(refund -> refund.status() == RefundStatus.PENDING);
        boolean underWay = payment.status() == PaymentStatus.PENDING
                || payment.status() == PaymentStatus.SUCCEEDED
                        && payment.refundedCents() == 0
                        && paid.stream().anyMatch(order -> order.status() == OrderStatus.CREATED);
        boolean ended = payment.status() == PaymentStatus.FAILED
                || payment.status() == PaymentStatus.CANCELLED
                || payment.status() == PaymentStatus.EXPIRED;
        model.addAttribute("payment", payment);
        model.addAttribute("orders", paid);
        model.addAttribute("shops", shopsOf(paid));
        model.addAttribute("live", underWay || returning);
        model.addAttribute("state", state(payment, returning, underWay));
        model.addAttribute(
                "retry",
                ids(paid.stream()
                        .filter(order -> ended && order.status() == OrderStatus.CREATED)
                        .toList()));
        return "pay-result";
    }

    /** What the page says: the status, or what is happening at the moment. */
    private static String state(PaymentView payment, boolean returning, boolean underWay) {
        if (returning) {
            return "RETURNING";
        }
        return underWay ? PaymentStatus.PENDING.name() : payment.status().name();
    }

    private String page(CurrentUser user, List<Long> orderIds, String key, Model model) {
        List<OrderView> named = load(user, orderIds);
        Instant now = clock.instant();
        List<OrderView> open =
                named.stream().filter(order -> isOpen(order, now)).toList();
        model.addAttribute("orders", open);
        model.addAttribute(
                "others", named.stream().filter(order -> !open.contains(order)).toList());
        model.addAttribute("shops", shopsOf(named));
        model.addAttribute(
                "totalCents", open.stream().mapToLong(OrderView::totalCents).sum());
        model.addAttribute("balanceCents", balance(user));
        model.addAttribute("cards", cards(user));
        model.addAttribute("until", firstExpiry(open));
        model.addAttribute("now", now);
        model.addAttribute(
                "over",
                named.stream().anyMatch(order -> order.status() == OrderStatus.CREATED && !open.contains(order)));
        model.addAttribute("named", ids(named));
        model.addAttribute("orderIds", ids(open));
        model.addAttribute("key", key);
        return "pay";
    }

    /** Whether it can still be paid: once its time is over it is about to be cancelled. */
    private static boolean isOpen(OrderView order, Instant now) {
        return order.status() == OrderStatus.CREATED && (order.expiresAt() == null || now.isBefore(order.expiresAt()));
    }

    private List<OrderView> load(CurrentUser user, List<Long> orderIds) {
        return orderIds.stream()
                .filter(Objects::nonNull)
                .distinct()
                .limit(MOST)
                .map(orderId -> orders.get(user.userId(), orderId))
                .toList();
    }

    private static String ids(List<OrderView> of) {
        return of.stream().map(order -> String.valueOf(order.orderId())).collect(Collectors.joining(","));
    }

    private Object shopsOf(List<OrderView> of) {
        return catalogue.shops(of.stream().map(OrderView::shopId).toList());
    }

    private Long balance(CurrentUser user) {
        try {
            return wallets.wallet(user.userId()).balanceCents();
        } catch (BusinessException e) {
            return null;
        }
    }

    private List<CardView> cards(CurrentUser user) {
        try {
            return cards.list(user.userId());
        } catch (BusinessException e) {
            return List.of();
        }
    }

    private static Instant firstExpiry(List<OrderView> open) {
        return open.stream()
                .map(OrderView::expiresAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
