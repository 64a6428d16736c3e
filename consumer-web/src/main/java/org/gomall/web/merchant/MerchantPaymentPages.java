package org.gomall.web.merchant;

import org.gomall.api.common.Check;
import org.gomall.api.payment.PaymentRecordService;
import org.gomall.api.user.ShopView;
import org.gomall.web.session.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The money side of the merchant's own shop. */
@Controller
class MerchantPaymentPages {

    private static final int SIZE = 20;

    private final PaymentRecordService records;
    private final OwnShop shops;

    MerchantPaymentPages(PaymentRecordService records, OwnShop shops) {
        this.records = records;
        this.shops = shops;
    }

    @GetMapping("/merchant/payments")
    String list(CurrentUser user, @RequestParam(defaultValue = "1") int page, Model model) {
        Check.fields().paging(page, SIZE).orRefuse();
        ShopView shop = shops.of(user.userId());
        model.addAttribute("shop", shop);
        model.addAttribute("payments", records.ofShop(shop.shopId(), page, SIZE));
        return "merchant/payments";
    }
}
