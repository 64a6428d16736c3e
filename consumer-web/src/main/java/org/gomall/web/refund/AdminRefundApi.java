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
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Refund requests of all shops. */
@RestController
@RequestMapping("/api/admin/refunds")
@Tag(name = "Admin")
class AdminRefundApi {

    private final RefundDecisionService refunds;

    AdminRefundApi(RefundDecisionService refunds) {
        this.refunds = refunds;
    }

    @GetMapping
    @Operation(summary = "Refund requests of all shops, newest first")
    Envelope<Page<RefundRequestView>> list(
            @RequestParam(required = false) RefundStatus status,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        return Envelope.ok(refunds.list(new RefundQuery(null, status, page, size)));
    }

    @GetMapping("/{refundId}")
    @Operation(summary = "One refund request")
    Envelope<RefundRequestView> get(@PathVariable long refundId) {
        return Envelope.ok(refunds.get(null, refundId));
    }

    @PostMapping("/{refundId}/approve")
    @Operation(summary = "Give the money back")
    Envelope<RefundRequestView> approve(@PathVariable long refundId, ActingUser actor) {
        return Envelope.ok(refunds.approve(new ApproveRefundCommand(null, refundId, actor)));
    }

    @PostMapping(path = "/{refundId}/refuse", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Keep the money, with a reason that the shopper reads")
    Envelope<RefundRequestView> refuse(
            @PathVariable long refundId, @RequestBody MerchantRefundApi.Refusal body, ActingUser actor) {
        return Envelope.ok(refunds.refuse(new RefuseRefundCommand(null, refundId, body.reason(), actor)));
    }
}
