package org.gomall.web.admin;

import org.gomall.api.payment.PaymentRecordQuery;
import org.gomall.api.payment.PaymentRecordService;
import org.gomall.api.payment.PaymentStatus;
import org.gomall.web.page.Tab;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Payments of everybody, by status and user. */
@Controller
class AdminPaymentPages {

    private static final int SIZE = 20;

    private final PaymentRecordService records;

    AdminPaymentPages(PaymentRecordService records) {
        this.records = records;
    }

    @GetMapping("/admin/payments")
    String list(
            @RequestParam(required = false) String status,
            @RequestParam(required = false) String userId,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        PaymentStatus tab = Tab.named(PaymentStatus.class, status);
        Long user = userId != null && userId.matches("\\d{1,18}") ? Long.valueOf(userId) : null;
        PaymentRecordQuery query = new PaymentRecordQuery(tab, user, page, SIZE);
        query.check();
        model.addAttribute("payments", records.all(query));
        model.addAttribute("tab", tab);
        model.addAttribute("tabs", PaymentStatus.values());
        model.addAttribute("userId", user);
        return "admin/payments";
    }
}
