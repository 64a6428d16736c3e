package org.gomall.web.refund;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gomall.api.common.ActingUser;
import org.gomall.api.order.ApproveRefundCommand;
import org.gomall.web.merchant.OwnShop;
import org.gomall.web.session.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Refund requests of the merchant's own shop. */
@Controller
class MerchantRefundPages {

    private static final String PATH = "/merchant/refunds";

    private final DecisionPages pages;
    private final OwnShop shops;

    MerchantRefundPages(DecisionPages pages, OwnShop shops) {
        this.pages = pages;
        this.shops = shops;
    }

    @GetMapping(PATH)
    String list(
            CurrentUser user,
            @RequestParam(required = false) String status,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        return pages.list(shops.of(user.userId()).shopId(), status, page, model);
    }

    @GetMapping(PATH + "/{refundId}")
    String detail(CurrentUser user, @PathVariable long refundId, Model model) {
        return pages.detail(shops.of(user.userId()).shopId(), refundId, "", model);
    }

    @GetMapping(PATH + "/{refundId}/approve")
    String ask(CurrentUser user, @PathVariable long refundId, Model model) {
        return pages.ask(shops.of(user.userId()).shopId(), refundId, model);
    }

    @PostMapping(PATH + "/{refundId}/approve")
    String approve(
            CurrentUser user,
            ActingUser actor,
            @PathVariable long refundId,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        ApproveRefundCommand command =
                new ApproveRefundCommand(shops.of(user.userId()).shopId(), refundId, actor);
        return pages.approve(command, model, request, response);
    }

    @PostMapping(PATH + "/{refundId}/refuse")
    String refuse(
            CurrentUser user,
            ActingUser actor,
            @PathVariable long refundId,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return pages.refuse(shops.of(user.userId()).shopId(), refundId, reason, actor, model, request, response);
    }
}
