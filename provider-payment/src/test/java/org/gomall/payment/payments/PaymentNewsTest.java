package org.gomall.payment.payments;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.gomall.payment.MoneyRows.refused;

import java.util.List;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.order.RefundApproved;
import org.gomall.api.payment.CallbackOutcome;
import org.gomall.api.payment.PayCommand;
import org.gomall.api.payment.PaymentMethod;
import org.gomall.api.payment.PaymentStatus;
import org.gomall.api.payment.PaymentStatusChanged;
import org.gomall.api.payment.PaymentView;
import org.gomall.api.payment.RefundService;
import org.gomall.payment.ChannelHand;
import org.gomall.payment.FakeOrders.Mood;
import org.gomall.payment.HeardEvents;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the world hears of the end of a payment: each end once, however often somebody says so. */
class PaymentNewsTest extends ChargeTest {

    @Autowired
    RefundService refunds;

    @Test
    void a_payment_from_the_wallet_is_told_once_also_when_it_is_repeated_and_given_back() {
        long user = money.userWith(1_000);
        long order = orders.order(user, 300, Mood.PAYABLE);
        PayCommand command = new PayCommand(user, "key", List.of(order), PaymentMethod.WALLET);
        PaymentView paid = payments.pay(command).value();
        payments.pay(command);
        RefundApproved approved = new RefundApproved(paid.paymentId(), order, paid.paymentId(), user, 300, "too late");
        refunds.refund(approved);
        refunds.refund(approved);

        assertTold(user, paid, "null SUCCEEDED", "SUCCEEDED REFUNDED");
    }

    @Test
    void a_declined_card_is_told_once_however_often_the_channel_says_so() {
        long user = money.userWith(0);
        PaymentView begun = channel.pay(user, ChannelHand.LATE, orders.order(user, 300, Mood.PAYABLE));
        awaitAtChannel(begun);

        assertThat(channel.tell(begun.paymentId(), "DECLINED", 300)).isEqualTo(CallbackOutcome.APPLIED);
        channel.tell(begun.paymentId(), "DECLINED", 300);
        channel.tell(begun.paymentId(), "SUCCEEDED", 300);

        assertTold(user, begun, "PENDING FAILED");
    }

    @Test
    void a_capture_is_told_once_also_when_the_callback_comes_twice() {
        long user = money.userWith(0);
        PaymentView begun = channel.pay(user, ChannelHand.DUPLICATED, orders.order(user, 300, Mood.PAYABLE));

        assertTold(user, begun, "PENDING SUCCEEDED");
    }

    @Test
    void a_cancelled_payment_is_told_and_that_its_late_capture_goes_back_as_well() {
        long user = money.userWith(0);
        PaymentView begun = channel.pay(user, ChannelHand.LATE, orders.order(user, 300, Mood.PAYABLE));
        awaitAtChannel(begun);
        payments.cancel(user, begun.paymentId());
        assertThatThrownBy(() -> payments.cancel(user, begun.paymentId())).satisfies(refused(ErrorCode.ILLEGAL_STATE));
        assertTold(user, begun, "PENDING CANCELLED");

        channel.tell(begun.paymentId(), "SUCCEEDED", 300);
        channel.tell(begun.paymentId(), "SUCCEEDED", 300);
        decideIn(0, user);

        assertTold(user, begun, "PENDING CANCELLED", "CANCELLED SUCCEEDED", "SUCCEEDED REFUNDED");
    }

    @Test
    void a_payment_that_expires_with_its_order_is_told_once_also_when_the_news_of_the_order_comes_again() {
        long user = money.userWith(0);
        long order = orders.order(user, 300, Mood.PAYABLE);
        PaymentView begun = channel.pay(user, ChannelHand.LATE, order);
        awaitAtChannel(begun);
        decideIn(3_600, user);

        tellTimeOut(user, order);
        tellTimeOut(user, order);

        assertTold(user, begun, "PENDING EXPIRED");
    }

    /** What has been told waits in the outbox or has been heard; after a second of silence nothing more is on its way. */
    private void assertTold(long user, PaymentView payment, String... steps) {
        await().atMost(60, SECONDS)
                .untilAsserted(() -> assertThat(told(user, payment)).containsExactlyInAnyOrder(steps));
        await().during(1, SECONDS).atMost(5, SECONDS).untilAsserted(() -> assertThat(told(user, payment))
                .containsExactlyInAnyOrder(steps));
        assertThat(PaymentStatus.valueOf(last(steps)))
                .isEqualTo(payments.get(user, payment.paymentId()).status());
    }

    private static List<String> told(long user, PaymentView payment) {
        return HeardEvents.HEARD.stream()
                .filter(PaymentStatusChanged.class::isInstance)
                .map(PaymentStatusChanged.class::cast)
                .filter(news -> news.paymentId() == payment.paymentId() && news.userId() == user)
                .map(news -> news.from() + " " + news.to())
                .toList();
    }

    private static String last(String... steps) {
        return steps[steps.length - 1].split(" ")[1];
    }
}
