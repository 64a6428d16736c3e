package org.gomall.web.cart;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gomall.api.common.BusinessException;
import org.gomall.api.order.CartLineCommand;
import org.gomall.api.order.CartLineView;
import org.gomall.api.order.CartOwner;
import org.gomall.api.order.CartService;
import org.gomall.api.order.CartView;
import org.gomall.api.order.OrderLimits;
import org.gomall.api.order.SetCartLineCommand;
import org.gomall.web.catalogue.CatalogueReader;
import org.gomall.web.page.CartCount;
import org.gomall.web.page.Flash;
import org.gomall.web.page.Problem;
import org.gomall.web.page.Redirects;
import org.gomall.web.session.NextPath;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The cart of a user or a guest. */
@Controller
class CartPages {

    private static final CartView EMPTY = new CartView(List.of(), 0, 0);

    private final CartService carts;
    private final CatalogueReader catalogue;
    private final CartCount count;

    CartPages(CartService carts, CatalogueReader catalogue, CartCount count) {
        this.carts = carts;
        this.catalogue = catalogue;
        this.count = count;
    }

    @GetMapping("/cart")
    String cart(CartOwner owner, Model model, HttpServletRequest request, HttpServletResponse response) {
        CartView cart = carts.view(owner);
        count.remember(request, response, cart);
        return page(cart, model);
    }

    @PostMapping("/cart/items")
    String add(
            CartOwner owner,
            @RequestParam long skuId,
            @RequestParam(defaultValue = "1") int quantity,
            @RequestParam(required = false) String back,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            count.remember(request, response, carts.add(owner, new CartLineCommand(skuId, quantity)));
        } catch (BusinessException e) {
            return again(e, owner, model, response);
        }
        Flash.say(request, response, "cart.added");
        return Redirects.to(back == null ? "/cart" : NextPath.orHome(back));
    }

    @PostMapping("/cart/items/{skuId}")
    String set(
            CartOwner owner,
            @PathVariable long skuId,
            @RequestParam(required = false) Integer quantity,
            @RequestParam(required = false) Optional<Boolean> selected,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            carts.set(owner, new SetCartLineCommand(skuId, quantity, selected.orElse(null)));
        } catch (BusinessException e) {
            return again(e, owner, model, response);
        }
        return Redirects.to("/cart");
    }

    /** All lines that can be bought, or none of them. */
    @PostMapping("/cart/select")
    String selectAll(
            CartOwner owner,
            @RequestParam(required = false) Optional<Boolean> selected,
            Model model,
            HttpServletResponse response) {
        boolean wanted = selected.orElse(true);
        try {
            carts.view(owner).items().stream()
                    .filter(line -> line.valid() && line.selected() != wanted)
                    .forEach(line -> carts.set(owner, new SetCartLineCommand(line.skuId(), null, wanted)));
        } catch (BusinessException e) {
            return again(e, owner, model, response);
        }
        return Redirects.to("/cart");
    }

    @GetMapping("/cart/empty")
    String askBeforeEmptying(CartOwner owner, Model model) {
        CartView cart = carts.view(owner);
        model.addAttribute("cart", cart);
        return cart.items().isEmpty() ? Redirects.to("/cart") : "cart-empty";
    }

    @PostMapping("/cart/empty")
    String empty(CartOwner owner, Model model, HttpServletRequest request, HttpServletResponse response) {
        try {
            count.remember(request, response, carts.clear(owner));
        } catch (BusinessException e) {
            return again(e, owner, model, response);
        }
        Flash.say(request, response, "cart.emptied");
        return Redirects.to("/cart");
    }

    @PostMapping("/cart/items/{skuId}/remove")
    String remove(
            CartOwner owner,
            @PathVariable long skuId,
            @RequestParam(defaultValue = "1") int quantity,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            carts.remove(owner, skuId);
        } catch (BusinessException e) {
            return again(e, owner, model, response);
        }
        Flash.say(request, response, "cart.removed", skuId, quantity);
        return Redirects.to("/cart");
    }

    /** Buying without the cart; the guest is asked to log in on the next page and comes back to it. */
    @PostMapping("/cart/buy")
    String buyNow(@RequestParam long skuId, @RequestParam(defaultValue = "1") int quantity) {
        return Redirects.to(
                "/checkout?sku=" + skuId + "&quantity=" + Math.max(1, Math.min(quantity, OrderLimits.MAX_QUANTITY)));
    }

    private String again(BusinessException e, CartOwner owner, Model model, HttpServletResponse response) {
        Problem.show(e, model, response);
        return page(e.isFault() ? viewOrEmpty(owner) : carts.view(owner), model);
    }

    private CartView viewOrEmpty(CartOwner owner) {
        try {
            return carts.view(owner);
        } catch (BusinessException e) {
            return EMPTY;
        }
    }

    private String page(CartView cart, Model model) {
        model.addAttribute("cart", cart);
        model.addAttribute(
                "shops",
                catalogue.shops(cart.items().stream().map(CartLineView::shopId).collect(Collectors.toSet())));
        model.addAttribute(
                "picked",
                cart.items().stream()
                        .filter(line -> line.selected() && line.valid())
                        .count());
        model.addAttribute(
                "sold", cart.items().stream().filter(CartLineView::valid).count());
        model.addAttribute(
                "stockAway", cart.items().stream().anyMatch(line -> line.valid() && line.available() == null));
        model.addAttribute("maxQuantity", OrderLimits.MAX_QUANTITY);
        return "cart";
    }
}
