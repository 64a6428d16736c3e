package org.gomall.payment;

import org.apache.dubbo.config.annotation.DubboReference;
import org.gomall.api.payment.CardService;
import org.gomall.api.payment.ChannelCallbackService;
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

    @DubboReference(timeout = 5_000)
    private ChannelCallbackService remoteCallbacks;

    @DubboReference(timeout = 5_000)
    private CardService remoteCards;

    /** Callbacks, over Dubbo. */
    public ChannelCallbackService callbacks() {
        return remoteCallbacks;
    }

    /** Cards, over Dubbo. */
    public CardService cards() {
        return remoteCards;
    }

    /** Payments, over Dubbo. */
    public PaymentService payments() {
        return remotePayments;
    }

    /** Wallets, over Dubbo. */
    public WalletService wallets() {
        return remoteWallets;
    }
}
