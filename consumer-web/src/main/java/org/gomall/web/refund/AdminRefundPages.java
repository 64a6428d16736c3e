package org.gomall.web.refund;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gomall.api.common.ActingUser;
import org.gomall.api.order.ApproveRefundCommand;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Refund requests of all shops. */
@Controller
class AdminRefundPages {

    private static final String PATH = "/admin/refunds";

    private final DecisionPages pages;

    AdminRefundPages(DecisionPages pages) {
        this.pages = pages;
    }

    @GetMapping(PATH)
    String list(
            @RequestParam(required = false) String status, @RequestParam(defaultValue = "1") int page, Model model) {
        return pages.list(null, status, page, model);
    }

    @GetMapping(PATH + "/{refundId}")
    String detail(@PathVariable long refundId, Model model) {
        return pages.detail(null, refundId, "", model);
    }

    @GetMapping(PATH + "/{refundId}/approve")
    String ask(@PathVariable long refundId, Model model) {
        return pages.ask(null, refundId, model);
    }

    @PostMapping(PATH + "/{refundId}/approve")
    String approve(
            ActingUser actor,
            @PathVariable long refundId,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        ApproveRefundCommand command = new ApproveRefundCommand(null, refundId, actor);
        return pages.approve(command, model, request, response);
    }

    @PostMapping(PATH + "/{refundId}/refuse")
    String refuse(
            ActingUser actor,
            @PathVariable long refundId,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return pages.refuse(null, refundId, reason, actor, model, request, response);
    }
}
