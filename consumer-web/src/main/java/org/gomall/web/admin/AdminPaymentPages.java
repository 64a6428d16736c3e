package org.gomall.web.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.Page;
import org.gomall.api.payment.PaymentRecordQuery;
import org.gomall.api.payment.PaymentRecordService;
import org.gomall.api.payment.PaymentRecordView;
import org.gomall.api.payment.PaymentStatus;
import org.gomall.api.user.UserView;
import org.gomall.web.page.Problem;
import org.gomall.web.page.Tab;
import org.gomall.web.security.UserFinder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Payments of everybody, by status and user. */
@Controller
class AdminPaymentPages {

    private static final int SIZE = 20;

    private final PaymentRecordService records;
    private final UserFinder finder;

    AdminPaymentPages(PaymentRecordService records, UserFinder finder) {
        this.records = records;
        this.finder = finder;
    }

    @GetMapping("/admin/payments")
    String list(
            ActingUser admin,
            @RequestParam(required = false) String status,
            @RequestParam(name = "user", defaultValue = "") String typed,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            HttpServletResponse response) {
        PaymentStatus tab = Tab.named(PaymentStatus.class, status);
        Page<PaymentRecordView> payments = new Page<>(List.of(), 1, SIZE, 0);
        try {
            UserView payer = finder.find(admin, typed, "user");
            PaymentRecordQuery query = new PaymentRecordQuery(tab, payer == null ? null : payer.userId(), page, SIZE);
            query.check();
            payments = records.all(query);
        } catch (BusinessException e) {
            Problem.show(e, model, response);
        }
        model.addAttribute("payments", payments);
        model.addAttribute("tab", tab);
        model.addAttribute("tabs", PaymentStatus.values());
        model.addAttribute("typed", typed);
        return "admin/payments";
    }
}
