package org.gomall.payment;

import org.apache.dubbo.config.annotation.DubboReference;
import org.gomall.api.payment.PaymentService;
import org.gomall.api.payment.WalletService;
import org.springframework.boot.test.context.TestComponent;

/** Stands where consumer-web stands: calls over real Dubbo. */
@TestComponent
public class RemoteCaller {

    @DubboReference
    private PaymentService remotePayments;

    @DubboReference
    private WalletService remoteWallets;

    /** Payments, over Dubbo. */
    public PaymentService payments() {
        return remotePayments;
    }

    /** Wallets, over Dubbo. */
    public WalletService wallets() {
        return remoteWallets;
    }
}
