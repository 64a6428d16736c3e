package org.gomall.payment.payments;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import org.gomall.api.common.Topics;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.OrderStatusChanged;
import org.gomall.api.payment.PaymentService;
import org.gomall.api.payment.PaymentView;
import org.gomall.payment.ChannelHand;
import org.gomall.payment.FakeOrders;
import org.gomall.payment.MoneyRows;
import org.gomall.payment.PaymentTest;
import org.gomall.platform.messaging.Outbox;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What tests of charges at the card channel have in common. */
@PaymentTest
abstract class ChargeTest {

    @Autowired
    PaymentService payments;

    @Autowired
    ChannelHand channel;

    @Autowired
    FakeOrders orders;

    @Autowired
    MoneyRows money;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    /** The news that nobody has paid an order in time. */
    final void tellTimeOut(long user, long order) {
        OrderStatusChanged gone = new OrderStatusChanged(
                order, user, FakeOrders.SHOP, OrderStatus.CREATED, OrderStatus.CANCELLED, Instant.EPOCH, "TIMEOUT");
        transaction.executeWithoutResult(status -> outbox.publish(Topics.ORDER, gone));
    }

    /** When the sandbox makes up its own mind about this user's charges. */
    final void decideIn(int seconds, long user) {
        money.update(
                "UPDATE sandbox_charge SET decide_at = TIMESTAMPADD(SECOND, ?, UTC_TIMESTAMP(6)) WHERE decide_at IS NOT"
                        + " NULL AND CAST(reference AS UNSIGNED) IN (SELECT payment_id FROM payment WHERE user_id = ?)",
                seconds,
                user);
    }

    /** Before that a cancellation would keep the charge from being made at all. */
    final void awaitAtChannel(PaymentView payment) {
        await().atMost(30, SECONDS)
                .until(() ->
                        money.number("SELECT COUNT(*) FROM sandbox_charge WHERE reference = ?", text(payment)) == 1);
    }

    static String text(PaymentView payment) {
        return Long.toString(payment.paymentId());
    }
}
