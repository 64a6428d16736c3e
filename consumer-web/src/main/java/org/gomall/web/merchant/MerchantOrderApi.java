package org.gomall.web.merchant;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.Page;
import org.gomall.api.order.CancelUnpaidCommand;
import org.gomall.api.order.MerchantOrderService;
import org.gomall.api.order.OrderQuery;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.OrderView;
import org.gomall.api.order.ShipCommand;
import org.gomall.web.envelope.Envelope;
import org.gomall.web.session.CurrentUser;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders of the merchant's own shop. */
@RestController
@RequestMapping("/api/merchant/orders")
@Tag(name = "Merchant")
class MerchantOrderApi {

    private final MerchantOrderService orders;
    private final OwnShop shops;
    private final BulkShipping shipping;

    MerchantOrderApi(MerchantOrderService orders, OwnShop shops, BulkShipping shipping) {
        this.orders = orders;
        this.shops = shops;
        this.shipping = shipping;
    }

    @GetMapping
    @Operation(summary = "Orders of my shop, newest first")
    Envelope<Page<OrderView>> list(
            @RequestParam(required = false) OrderStatus status,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size,
            CurrentUser user) {
        return Envelope.ok(orders.list(new OrderQuery(shopOf(user), status, page, size)));
    }

    @GetMapping("/{orderId}")
    @Operation(summary = "One order of my shop with its history")
    Envelope<OrderView> get(@PathVariable long orderId, CurrentUser user) {
        return Envelope.ok(orders.get(shopOf(user), orderId));
    }

    @PostMapping(path = "/{orderId}/ship", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Hand a paid order to a carrier")
    Envelope<OrderView> ship(
            @PathVariable long orderId, @RequestBody Shipment body, CurrentUser user, ActingUser actor) {
        return Envelope.ok(
                orders.ship(new ShipCommand(shopOf(user), orderId, body.carrier(), body.trackingNo(), actor)));
    }

    @PostMapping(path = "/ship", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Hand up to 100 paid orders to carriers; each order answers for itself")
    Envelope<List<BulkShipping.Outcome>> shipAll(@RequestBody Shipments body, CurrentUser user, ActingUser actor) {
        return Envelope.ok(shipping.ship(shopOf(user), body.shipments(), actor));
    }

    @PostMapping("/{orderId}/cancel")
    @Operation(summary = "Cancel an unpaid order that the shop cannot deliver")
    Envelope<OrderView> cancel(@PathVariable long orderId, CurrentUser user, ActingUser actor) {
        return Envelope.ok(orders.cancel(new CancelUnpaidCommand(shopOf(user), orderId, actor)));
    }

    private long shopOf(CurrentUser user) {
        return shops.idOf(user.userId());
    }

    record Shipment(String carrier, String trackingNo) {}

    record Shipments(List<BulkShipping.Parcel> shipments) {}
}
