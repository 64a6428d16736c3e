package org.gomall.web.admin;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.Page;
import org.gomall.api.order.AdminOrderQuery;
import org.gomall.api.order.AdminOrderView;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.payment.PaymentView;
import org.gomall.web.envelope.Envelope;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders of everybody. */
@RestController
@RequestMapping("/api/admin/orders")
@Tag(name = "Admin")
class AdminOrderApi {

    private final OrderCare orders;

    AdminOrderApi(OrderCare orders) {
        this.orders = orders;
    }

    @GetMapping
    @Operation(
            summary = "Orders of all users and shops, newest first; from is included, to is not",
            description = "total counts no further than can be paged: 1000 pages of this size.")
    Envelope<Page<AdminOrderView>> list(
            @RequestParam(required = false) OrderStatus status,
            @RequestParam(required = false) Long orderId,
            @RequestParam(required = false) Long userId,
            @RequestParam(required = false) Long shopId,
            @RequestParam(required = false) Instant from,
            @RequestParam(required = false) Instant to,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        return Envelope.ok(orders.list(new AdminOrderQuery(status, orderId, userId, shopId, from, to, page, size)));
    }

    @GetMapping("/{orderId}")
    @Operation(summary = "One order with its history and its refunds")
    Envelope<AdminOrderView> get(@PathVariable long orderId) {
        return Envelope.ok(orders.get(orderId));
    }

    @GetMapping("/{orderId}/payments")
    @Operation(summary = "All payments that name an order, newest first")
    Envelope<List<PaymentView>> payments(@PathVariable long orderId) {
        return Envelope.ok(orders.payments(orders.get(orderId)));
    }

    @PostMapping(path = "/{orderId}/cancel", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Cancel an unpaid order with a reason that its owner can read")
    Envelope<AdminOrderView> cancel(@PathVariable long orderId, @RequestBody Reason body, ActingUser actor) {
        return Envelope.ok(orders.cancel(actor, orderId, body.reason()));
    }
}
