package org.gomall.web.refund;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.Page;
import org.gomall.api.order.ApproveRefundCommand;
import org.gomall.api.order.RefundDecisionService;
import org.gomall.api.order.RefundQuery;
import org.gomall.api.order.RefundRequestView;
import org.gomall.api.order.RefundStatus;
import org.gomall.api.order.RefuseRefundCommand;
import org.gomall.web.envelope.Envelope;
import org.gomall.web.merchant.OwnShop;
import org.gomall.web.session.CurrentUser;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Refund requests of the merchant's own shop. */
@RestController
@RequestMapping("/api/merchant/refunds")
@Tag(name = "Merchant")
class MerchantRefundApi {

    private final RefundDecisionService refunds;
    private final OwnShop shops;

    MerchantRefundApi(RefundDecisionService refunds, OwnShop shops) {
        this.refunds = refunds;
        this.shops = shops;
    }

    @GetMapping
    @Operation(summary = "Refund requests of my shop, newest first")
    Envelope<Page<RefundRequestView>> list(
            @RequestParam(required = false) RefundStatus status,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size,
            CurrentUser user) {
        return Envelope.ok(refunds.list(new RefundQuery(shopOf(user), status, page, size)));
    }

    @GetMapping("/{refundId}")
    @Operation(summary = "One refund request of my shop")
    Envelope<RefundRequestView> get(@PathVariable long refundId, CurrentUser user) {
        return Envelope.ok(refunds.get(shopOf(user), refundId));
    }

    @PostMapping("/{refundId}/approve")
    @Operation(summary = "Give the money back")
    Envelope<RefundRequestView> approve(@PathVariable long refundId, CurrentUser user, ActingUser actor) {
        return Envelope.ok(refunds.approve(new ApproveRefundCommand(shopOf(user), refundId, actor)));
    }

    @PostMapping(path = "/{refundId}/refuse", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Keep the money, with a reason that the shopper reads")
    Envelope<RefundRequestView> refuse(
            @PathVariable long refundId, @RequestBody Refusal body, CurrentUser user, ActingUser actor) {
        return Envelope.ok(refunds.refuse(new RefuseRefundCommand(shopOf(user), refundId, body.reason(), actor)));
    }

    private Long shopOf(CurrentUser user) {
        return shops.idOf(user.userId());
    }

    record Refusal(String reason) {}
}
