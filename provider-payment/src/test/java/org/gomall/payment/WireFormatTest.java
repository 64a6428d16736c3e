package org.gomall.payment;

import org.gomall.api.payment.CardService;
import org.gomall.api.payment.ChannelCallbackService;
import org.gomall.api.payment.PaymentRecordService;
import org.gomall.api.payment.PaymentRefunded;
import org.gomall.api.payment.PaymentService;
import org.gomall.api.payment.PaymentStatusChanged;
import org.gomall.api.payment.PaymentSucceeded;
import org.gomall.api.payment.RefundService;
import org.gomall.api.payment.WalletService;
import org.gomall.platform.test.WireFormat;
import org.junit.jupiter.api.Test;

class WireFormatTest {

    @Test
    void everything_the_payment_services_take_and_give_survives_the_wire() {
        WireFormat.assertService(
                PaymentService.class,
                WalletService.class,
                CardService.class,
                ChannelCallbackService.class,
                PaymentRecordService.class,
                RefundService.class);
        WireFormat.assertRoundTrips(PaymentSucceeded.class, PaymentRefunded.class, PaymentStatusChanged.class);
    }
}
