package org.gomall.web.cart;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.gomall.api.order.CartLineCommand;
import org.gomall.api.order.CartOwner;
import org.gomall.api.order.CartService;
import org.gomall.api.order.CartView;
import org.gomall.api.order.SetCartLineCommand;
import org.gomall.web.envelope.Envelope;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The cart of the user, or of the guest whom the cookie names. Every answer is the whole cart. */
@RestController
@RequestMapping("/api/cart")
@Tag(name = "Cart")
class CartApi {

    private final CartService carts;

    CartApi(CartService carts) {
        this.carts = carts;
    }

    @GetMapping
    @Operation(summary = "The cart at today's prices")
    Envelope<CartView> view(CartOwner owner) {
        return Envelope.ok(carts.view(owner));
    }

    @DeleteMapping
    @Operation(summary = "Empty the cart")
    Envelope<CartView> clear(CartOwner owner) {
        return Envelope.ok(carts.clear(owner));
    }

    @PostMapping(path = "/items", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Add pieces")
    Envelope<CartView> add(@RequestBody NewLine body, CartOwner owner) {
        return Envelope.ok(carts.add(owner, body.command()));
    }

    @PutMapping(path = "/items/{skuId}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Set quantity or selection of a line")
    Envelope<CartView> set(@PathVariable long skuId, @RequestBody Line body, CartOwner owner) {
        return Envelope.ok(carts.set(owner, new SetCartLineCommand(skuId, body.quantity(), body.selected())));
    }

    @DeleteMapping("/items/{skuId}")
    @Operation(summary = "Remove a line")
    Envelope<CartView> remove(@PathVariable long skuId, CartOwner owner) {
        return Envelope.ok(carts.remove(owner, skuId));
    }

    record NewLine(Long skuId, Integer quantity) {
        /** What is missing becomes 0, which the command refuses by field. */
        CartLineCommand command() {
            return new CartLineCommand(skuId == null ? 0 : skuId, quantity == null ? 0 : quantity);
        }
    }

    record Line(Integer quantity, Boolean selected) {}
}
