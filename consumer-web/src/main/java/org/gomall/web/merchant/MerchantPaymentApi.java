package org.gomall.web.merchant;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.gomall.api.common.Check;
import org.gomall.api.common.Page;
import org.gomall.api.payment.PaymentRecordService;
import org.gomall.api.payment.ShopPaymentView;
import org.gomall.web.envelope.Envelope;
import org.gomall.web.session.CurrentUser;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was paid for orders of the merchant's own shop. */
@RestController
@Tag(name = "Merchant")
class MerchantPaymentApi {

    private final PaymentRecordService records;
    private final OwnShop shops;

    MerchantPaymentApi(PaymentRecordService records, OwnShop shops) {
        this.records = records;
        this.shops = shops;
    }

    @GetMapping("/api/merchant/payments")
    @Operation(summary = "Payments for orders of my shop, newest first")
    Envelope<Page<ShopPaymentView>> list(
            @RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "20") int size, CurrentUser user) {
        Check.fields().paging(page, size).orRefuse();
        return Envelope.ok(records.ofShop(shops.idOf(user.userId()), page, size));
    }
}
