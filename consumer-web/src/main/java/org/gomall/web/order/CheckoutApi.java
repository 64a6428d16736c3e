package org.gomall.web.order;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.gomall.api.order.CheckoutCommand;
import org.gomall.api.order.CheckoutService;
import org.gomall.api.order.CheckoutView;
import org.gomall.web.envelope.Envelope;
import org.gomall.web.session.CurrentUser;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What a purchase would cost. */
@RestController
@Tag(name = "Orders")
class CheckoutApi {

    private final CheckoutService checkout;

    CheckoutApi(CheckoutService checkout) {
        this.checkout = checkout;
    }

    @PostMapping(path = "/api/checkout", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Price a purchase without ordering it")
    Envelope<CheckoutView> quote(@RequestBody Quote body, CurrentUser user) {
        return Envelope.ok(checkout.quote(new CheckoutCommand(
                user.userId(), Purchase.lines(body.items()), Boolean.TRUE.equals(body.cart()), body.addressId())));
    }

    record Quote(List<Purchase.Line> items, Boolean cart, Long addressId) {}
}
