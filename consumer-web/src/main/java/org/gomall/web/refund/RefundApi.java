package org.gomall.web.refund;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.gomall.api.order.RefundRequestService;
import org.gomall.api.order.RefundRequestView;
import org.gomall.api.order.RequestRefundCommand;
import org.gomall.web.envelope.Envelope;
import org.gomall.web.envelope.IdempotencyKey;
import org.gomall.web.session.CurrentUser;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Refunds of the user's own orders. */
@RestController
@RequestMapping("/api/orders/{orderId}/refunds")
@Tag(name = "Orders")
class RefundApi {

    private final RefundRequestService refunds;

    RefundApi(RefundRequestService refunds) {
        this.refunds = refunds;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Ask for money of a paid order; what is not shipped is refunded at once")
    ResponseEntity<Envelope<RefundRequestView>> request(
            @PathVariable long orderId,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            @RequestBody Wish body,
            CurrentUser user) {
        return Envelope.created(refunds.request(
                new RequestRefundCommand(user.userId(), orderId, key, body.reason(), body.amountCents())));
    }

    @GetMapping
    @Operation(summary = "The refund requests of one of my orders")
    Envelope<List<RefundRequestView>> list(@PathVariable long orderId, CurrentUser user) {
        return Envelope.ok(refunds.ofOrder(user.userId(), orderId));
    }

    record Wish(String reason, Long amountCents) {}
}
