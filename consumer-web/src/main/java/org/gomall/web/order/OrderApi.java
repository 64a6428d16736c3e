package org.gomall.web.order;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.gomall.api.common.Page;
import org.gomall.api.order.OrderQuery;
import org.gomall.api.order.OrderService;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.OrderView;
import org.gomall.api.order.PlaceOrderCommand;
import org.gomall.api.order.PlacedOrders;
import org.gomall.api.order.UpdateOrderCommand;
import org.gomall.web.envelope.Envelope;
import org.gomall.web.envelope.IdempotencyKey;
import org.gomall.web.session.CurrentUser;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders of the user. */
@RestController
@RequestMapping("/api/orders")
@Tag(name = "Orders")
class OrderApi {

    private final OrderService orders;

    OrderApi(OrderService orders) {
        this.orders = orders;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Place one order per shop, all or nothing")
    ResponseEntity<Envelope<PlacedOrders>> place(
            @RequestHeader(IdempotencyKey.HEADER) String key, @RequestBody NewOrder body, CurrentUser user) {
        return Envelope.created(orders.place(new PlaceOrderCommand(
                user.userId(),
                key,
                Purchase.lines(body.items()),
                Boolean.TRUE.equals(body.cart()),
                body.addressId(),
                body.expectedTotalCents(),
                body.note())));
    }

    @GetMapping
    @Operation(summary = "My orders, newest first")
    Envelope<Page<OrderView>> list(
            @RequestParam(required = false) OrderStatus status,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size,
            CurrentUser user) {
        return Envelope.ok(orders.list(new OrderQuery(user.userId(), status, page, size)));
    }

    @GetMapping("/{orderId}")
    @Operation(summary = "One of my orders with its history")
    Envelope<OrderView> get(@PathVariable long orderId, CurrentUser user) {
        return Envelope.ok(orders.get(user.userId(), orderId));
    }

    @PutMapping(path = "/{orderId}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Change address or note until it is shipped")
    Envelope<OrderView> update(@PathVariable long orderId, @RequestBody Change body, CurrentUser user) {
        return Envelope.ok(
                orders.update(new UpdateOrderCommand(user.userId(), orderId, body.addressId(), body.note())));
    }

    @PostMapping("/{orderId}/cancel")
    @Operation(summary = "Cancel an unpaid order")
    Envelope<OrderView> cancel(@PathVariable long orderId, CurrentUser user) {
        return Envelope.ok(orders.cancel(user.userId(), orderId));
    }

    @PostMapping("/{orderId}/receive")
    @Operation(summary = "Confirm that a shipped order arrived")
    Envelope<OrderView> receive(@PathVariable long orderId, CurrentUser user) {
        return Envelope.ok(orders.receive(user.userId(), orderId));
    }

    record NewOrder(List<Purchase.Line> items, Boolean cart, Long addressId, Long expectedTotalCents, String note) {}

    record Change(Long addressId, String note) {}
}
