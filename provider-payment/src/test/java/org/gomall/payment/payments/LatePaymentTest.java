package org.gomall.payment.payments;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.gomall.api.common.Replayable;
import org.gomall.api.common.Topics;
import org.gomall.api.order.PaymentRefused;
import org.gomall.api.payment.PayCommand;
import org.gomall.api.payment.PaymentMethod;
import org.gomall.api.payment.PaymentRefunded;
import org.gomall.api.payment.PaymentService;
import org.gomall.api.payment.PaymentStatus;
import org.gomall.api.payment.PaymentView;
import org.gomall.api.payment.RefundView;
import org.gomall.payment.FakeOrders;
import org.gomall.payment.FakeOrders.Mood;
import org.gomall.payment.HeardEvents;
import org.gomall.payment.MoneyRows;
import org.gomall.payment.PaymentTest;
import org.gomall.platform.messaging.Outbox;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Money that arrives for an order which cannot take it any more goes back, once. */
@PaymentTest
class LatePaymentTest {

    @Autowired
    PaymentService payments;

    @Autowired
    Refunds refunds;

    @Autowired
    FakeOrders orders;

    @Autowired
    MoneyRows money;

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void a_payment_of_a_cancelled_order_is_refunded_before_the_answer() {
        long user = money.userWith(1_000);
        long order = orders.order(user, 300, Mood.CANCELLED_MEANWHILE);

        PaymentView payment = pay(user, "key", order).value();

        assertThat(payment.status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(payment.refundedCents()).isEqualTo(300);
        assertThat(payment.refunds()).extracting(RefundView::orderId).containsExactly(order);
        assertThat(payment.refunds()).extracting(RefundView::reason).containsExactly("LATE_PAYMENT");
        assertThat(money.balance(user)).isEqualTo(1_000);
        money.assertBooksBalance(user);
        PaymentRefunded event = new PaymentRefunded(payment.paymentId(), user, order, 300, 0);
        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(HeardEvents.HEARD).contains(event));
    }

    @Test
    void only_the_share_of_the_cancelled_order_goes_back() {
        long user = money.userWith(1_000);
        long good = orders.order(user, 300, Mood.PAYABLE);
        long cancelled = orders.order(user, 200, Mood.CANCELLED_MEANWHILE);

        PaymentView payment = pay(user, "key", good, cancelled).value();

        assertThat(payment.status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(payment.amountCents()).isEqualTo(500);
        assertThat(payment.refundedCents()).isEqualTo(200);
        assertThat(orders.mood(good)).isEqualTo(Mood.PAID);
        assertThat(money.balance(user)).isEqualTo(700);
        money.assertBooksBalance(user);
    }

    @Test
    void the_event_brings_the_money_back_when_the_direct_answer_was_lost() {
        long user = money.userWith(1_000);
        long order = orders.order(user, 300, Mood.UNREACHABLE);
        long payment = pay(user, "key", order).value().paymentId();
        PaymentRefused event = new PaymentRefused(order, payment, 300);

        transaction.executeWithoutResult(status -> {
            outbox.publish(Topics.ORDER, event);
            outbox.publish(Topics.ORDER, event);
        });

        await().atMost(30, SECONDS)
                .untilAsserted(
                        () -> assertThat(payments.get(user, payment).status()).isEqualTo(PaymentStatus.REFUNDED));
        refunds.latePayment(payment, order);
        assertThat(payments.get(user, payment).refunds()).hasSize(1);
        assertThat(money.balance(user)).isEqualTo(1_000);
        money.assertBooksBalance(user);
    }

    @Test
    void answer_and_events_at_once_refund_once() throws Exception {
        long user = money.userWith(1_000);
        long order = orders.order(user, 300, Mood.UNREACHABLE);
        long payment = pay(user, "key", order).value().paymentId();

        MoneyRows.atOnce(20, i -> () -> {
            refunds.latePayment(payment, order);
            return "done";
        });

        assertThat(payments.get(user, payment).refunds()).hasSize(1);
        assertThat(money.balance(user)).isEqualTo(1_000);
        money.assertBooksBalance(user);
    }

    @Test
    void after_its_money_went_back_only_the_order_decides_about_another_payment() {
        long user = money.userWith(1_000);
        long order = orders.order(user, 300, Mood.CANCELLED_MEANWHILE);
        long late = pay(user, "late", order).value().paymentId();

        orders.mood(order, Mood.PAYABLE);
        PaymentView next = pay(user, "next", order).value();

        assertThat(next.status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(payments.ofOrder(user, order))
                .extracting(PaymentView::paymentId)
                .containsExactly(next.paymentId(), late);
        assertThat(money.balance(user)).isEqualTo(700);
    }

    @Test
    void a_free_order_that_was_cancelled_closes_its_payment() {
        long user = money.userWith(0);
        long order = orders.order(user, 0, Mood.CANCELLED_MEANWHILE);

        PaymentView payment = pay(user, "key", order).value();

        assertThat(payment.status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(payment.refundedCents()).isZero();
    }

    private Replayable<PaymentView> pay(long user, String key, Long... orderIds) {
        return payments.pay(new PayCommand(user, key, List.of(orderIds), PaymentMethod.WALLET));
    }
}
