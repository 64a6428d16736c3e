package org.gomall.web.checkout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.order.CartOwner;
import org.gomall.api.order.CartService;
import org.gomall.api.order.CheckoutProblem;
import org.gomall.api.order.CheckoutService;
import org.gomall.api.order.CheckoutView;
import org.gomall.api.order.OrderItemView;
import org.gomall.api.order.OrderService;
import org.gomall.api.order.OrderView;
import org.gomall.api.order.PlaceOrderCommand;
import org.gomall.api.order.PlacedOrders;
import org.gomall.api.order.SetCartLineCommand;
import org.gomall.api.order.ShopQuote;
import org.gomall.api.user.AddressService;
import org.gomall.api.user.AddressView;
import org.gomall.web.catalogue.CatalogueReader;
import org.gomall.web.page.CartCount;
import org.gomall.web.page.FormKeys;
import org.gomall.web.page.Problem;
import org.gomall.web.page.Redirects;
import org.gomall.web.payment.PayBy;
import org.gomall.web.payment.PaymentChoice;
import org.gomall.web.payment.PaymentChoices;
import org.gomall.web.session.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The checkout: address, payment, review. Every step is an address of its own, which holds all that was chosen so far; all
 * figures are the server's.
 */
@Controller
class CheckoutPages {

    /** The steps in their order. */
    enum Step {
        ADDRESS,
        PAYMENT,
        REVIEW;

        static Step named(String text) {
            for (Step step : values()) {
                if (step.text().equals(text)) {
                    return step;
                }
            }
            return ADDRESS;
        }

        /** The name in the address. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final CheckoutService checkout;
    private final OrderService orders;
    private final AddressService addresses;
    private final CartService carts;
    private final PaymentChoices choices;
    private final CatalogueReader catalogue;
    private final CartCount count;

    CheckoutPages(
            CheckoutService checkout,
            OrderService orders,
            AddressService addresses,
            CartService carts,
            PaymentChoices choices,
            CatalogueReader catalogue,
            CartCount count) {
        this.checkout = checkout;
        this.orders = orders;
        this.addresses = addresses;
        this.carts = carts;
        this.choices = choices;
        this.catalogue = catalogue;
        this.count = count;
    }

    @GetMapping("/checkout")
    String step(
            CurrentUser user,
            @RequestParam(required = false) Long sku,
            @RequestParam(required = false) Integer quantity,
            @RequestParam(required = false) Long addressId,
            @RequestParam(required = false) String step,
            @RequestParam(required = false) String method,
            Model model) {
        Purchase purchase = new Purchase(sku, quantity);
        List<AddressView> known = addresses.list(user.userId());
        if (known.isEmpty()) {
            return toNewAddress(purchase);
        }
        AddressView address = chosen(known, addressId);
        Step wanted = addressId == null ? Step.ADDRESS : Step.named(step);
        PayBy by = PayBy.named(method);
        if (wanted == Step.REVIEW && by != null && by.isNew()) {
            return PaymentChoices.toNewCard(
                    "/checkout?" + purchase.query() + "addressId=" + addressId + "&method=card&step=review");
        }
        model.addAttribute("addresses", known);
        model.addAttribute("key", FormKeys.next());
        return page(user, purchase, wanted, address, by, model);
    }

    @PostMapping("/checkout")
    String place(
            CurrentUser user,
            @RequestParam(required = false) Long sku,
            @RequestParam(required = false) Integer quantity,
            @RequestParam long addressId,
            @RequestParam long expectedTotalCents,
            @RequestParam String key,
            @RequestParam(required = false) String method,
            @RequestParam(required = false) String note,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Purchase purchase = new Purchase(sku, quantity);
        PayBy by = PayBy.named(method);
        PlacedOrders placed;
        try {
            PlaceOrderCommand command = purchase.place(user.userId(), key, addressId, expectedTotalCents, note);
            command.check();
            placed = orders.place(command).value();
        } catch (BusinessException e) {
            Problem.show(e, model, response);
            model.addAttribute("note", note);
            model.addAttribute("key", FormKeys.after(e, key));
            model.addAttribute("shownTotalCents", e.error() == ErrorCode.TOTAL_CHANGED ? expectedTotalCents : null);
            return page(user, purchase, Step.REVIEW, addresses.get(user.userId(), addressId), by, model);
        }
        if (purchase.isCart()) {
            count.refresh(request, response, CartOwner.user(user.userId()));
        }
        return Redirects.to("/pay?orderIds="
                + placed.orders().stream()
                        .map(OrderView::orderId)
                        .map(String::valueOf)
                        .collect(Collectors.joining(","))
                + (by == null ? "" : "&method=" + by.text()));
    }

    /** The shopper is content with what is left of a SKU: so many are bought, or none of it, and the review is shown anew. */
    @PostMapping(value = "/checkout", params = "left")
    String takeWhatIsLeft(
            CurrentUser user,
            @RequestParam(required = false) Long sku,
            @RequestParam(required = false) Integer quantity,
            @RequestParam long addressId,
            @RequestParam(required = false) String method,
            @RequestParam(required = false) String note,
            @RequestParam String left,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Purchase purchase = new Purchase(sku, quantity);
        try {
            Left chosen = Left.named(left);
            if (purchase.isCart()) {
                SetCartLineCommand command = chosen.command();
                command.check();
                count.remember(request, response, carts.set(CartOwner.user(user.userId()), command));
            } else {
                purchase = new Purchase(sku, Math.max(1, chosen.pieces()));
            }
        } catch (BusinessException e) {
            Problem.show(e, model, response);
        }
        model.addAttribute("note", note);
        model.addAttribute("key", FormKeys.next());
        return page(user, purchase, Step.REVIEW, addresses.get(user.userId(), addressId), PayBy.named(method), model);
    }

    private String page(
            CurrentUser user, Purchase purchase, Step step, AddressView address, PayBy wanted, Model model) {
        CheckoutView quote = checkout.quote(purchase.quote(user.userId(), address.addressId()));
        List<CheckoutProblem> problems = quote.problems();
        if (problems.stream().anyMatch(p -> p.kind() == CheckoutProblem.Kind.NOTHING_SELECTED)) {
            return Redirects.to("/cart");
        }
        model.addAttribute("purchase", purchase);
        model.addAttribute("step", step);
        model.addAttribute("address", address);
        model.addAttribute("quote", quote);
        model.addAttribute(
                "items",
                quote.shops().stream()
                        .flatMap(shop -> shop.items().stream())
                        .collect(Collectors.toMap(OrderItemView::skuId, item -> item, (a, b) -> a)));
        model.addAttribute(
                "shops",
                catalogue.shops(quote.shops().stream().map(ShopQuote::shopId).toList()));
        model.addAttribute(
                "stockKnown",
                catalogue.knowsStock(quote.shops().stream()
                        .flatMap(shop -> shop.items().stream())
                        .map(OrderItemView::productId)
                        .toList()));
        PaymentChoice choice = step == Step.ADDRESS ? null : choices.later(user, quote.totalCents(), wanted);
        PayBy by = choice == null ? wanted : choice.chosen();
        model.addAttribute("choice", choice);
        model.addAttribute("method", by == null ? null : by.text());
        return "checkout";
    }

    private static AddressView chosen(List<AddressView> known, Long addressId) {
        return known.stream()
                .filter(address -> addressId == null || address.addressId() == addressId)
                .findFirst()
                .orElseThrow(() -> BusinessException.notFound("address"));
    }

    private static String toNewAddress(Purchase purchase) {
        return Redirects.to("/account/addresses/new?next="
                + URLEncoder.encode("/checkout?" + purchase.query() + "step=address", StandardCharsets.UTF_8));
    }
}
