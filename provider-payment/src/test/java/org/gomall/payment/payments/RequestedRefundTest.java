package org.gomall.payment.payments;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.gomall.payment.MoneyRows.refused;

import java.util.List;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Topics;
import org.gomall.api.order.RefundApproved;
import org.gomall.api.payment.CallbackOutcome;
import org.gomall.api.payment.PayCommand;
import org.gomall.api.payment.PaymentMethod;
import org.gomall.api.payment.PaymentRefunded;
import org.gomall.api.payment.PaymentService;
import org.gomall.api.payment.PaymentStatus;
import org.gomall.api.payment.PaymentView;
import org.gomall.api.payment.RefundService;
import org.gomall.api.payment.RefundStatus;
import org.gomall.api.payment.RefundView;
import org.gomall.payment.ChannelHand;
import org.gomall.payment.FakeOrders;
import org.gomall.payment.FakeOrders.Mood;
import org.gomall.payment.HeardEvents;
import org.gomall.payment.MoneyRows;
import org.gomall.payment.PaymentTest;
import org.gomall.platform.messaging.Outbox;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Money that a shop agreed to give back: once a request, and never more than was paid for the order. */
@PaymentTest
class RequestedRefundTest {

    @Autowired
    RefundService refunds;

    @Autowired
    PaymentService payments;

    @Autowired
    ChannelHand channel;

    @Autowired
    FakeOrders orders;

    @Autowired
    MoneyRows money;

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void to_a_wallet_it_is_back_at_once_in_parts_and_then_in_full() {
        long user = money.userWith(1_000);
        long order = orders.order(user, 300, Mood.PAYABLE);
        PaymentView paid = payByWallet(user, order);
        RefundApproved part = approved(paid, user, order, 100);
        RefundApproved rest = approved(paid, user, order, 200);

        assertThat(refunds.refund(part)).isTrue();

        assertThat(get(user, paid).status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(get(user, paid).refundedCents()).isEqualTo(100);
        assertThat(money.balance(user)).isEqualTo(800);

        assertThat(refunds.refund(rest)).isTrue();

        assertThat(get(user, paid).status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(get(user, paid).refunds()).extracting(RefundView::reason).containsExactly("REQUEST", "REQUEST");
        assertThat(money.balance(user)).isEqualTo(1_000);
        money.assertBooksBalance(user);
        await().atMost(30, SECONDS).untilAsserted(() -> assertThat(HeardEvents.HEARD)
                .contains(
                        new PaymentRefunded(paid.paymentId(), user, order, 100, part.refundId()),
                        new PaymentRefunded(paid.paymentId(), user, order, 200, rest.refundId())));
    }

    @Test
    void to_a_card_it_is_back_when_the_channel_says_so() {
        long user = money.userWith(0);
        long order = orders.order(user, 300, Mood.PAYABLE);
        PaymentView paid = payByCard(user, order);
        RefundApproved part = approved(paid, user, order, 120);

        assertThat(refunds.refund(part)).isFalse();

        await().atMost(60, SECONDS)
                .untilAsserted(() -> assertThat(refunds.refund(part)).isTrue());
        PaymentView payment = get(user, paid);
        assertThat(payment.status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(payment.refundedCents()).isEqualTo(120);
        assertThat(payment.refunds()).extracting(RefundView::status).containsExactly(RefundStatus.DONE);
        assertThat(money.number(
                        "SELECT refunded_cents FROM sandbox_charge WHERE reference = ?",
                        Long.toString(paid.paymentId())))
                .isEqualTo(120);
        assertThat(money.balance(user)).isZero();
        money.assertBooksBalance(user);
        await().atMost(30, SECONDS).untilAsserted(() -> assertThat(HeardEvents.HEARD)
                .contains(new PaymentRefunded(paid.paymentId(), user, order, 120, part.refundId())));
    }

    @Test
    void never_more_than_was_paid_for_the_order_also_while_the_channel_works() {
        long user = money.userWith(0);
        long order = orders.order(user, 300, Mood.PAYABLE);
        long other = orders.order(user, 500, Mood.PAYABLE);
        PaymentView paid = payByCard(user, order, other);
        refunds.refund(approved(paid, user, order, 200));

        assertThatThrownBy(() -> refunds.refund(approved(paid, user, order, 101)))
                .satisfies(refused(ErrorCode.ILLEGAL_STATE));
        refunds.refund(approved(paid, user, order, 100));
        assertThatThrownBy(() -> refunds.refund(approved(paid, user, order, 1)))
                .satisfies(refused(ErrorCode.ILLEGAL_STATE));

        await().atMost(60, SECONDS)
                .untilAsserted(() -> assertThat(get(user, paid).refundedCents()).isEqualTo(300));
        assertThat(get(user, paid).status()).isEqualTo(PaymentStatus.SUCCEEDED);
    }

    @Test
    void the_same_request_twenty_times_at_once_and_by_event_gives_money_once() throws Exception {
        long user = money.userWith(1_000);
        long order = orders.order(user, 300, Mood.PAYABLE);
        PaymentView byWallet = payByWallet(user, order);
        RefundApproved wallet = approved(byWallet, user, order, 150);
        long second = orders.order(user, 300, Mood.PAYABLE);
        PaymentView byCard = payByCard(user, second);
        RefundApproved card = approved(byCard, user, second, 150);

        transaction.executeWithoutResult(status -> {
            outbox.publish(Topics.ORDER, wallet);
            outbox.publish(Topics.ORDER, card);
            outbox.publish(Topics.ORDER, card);
        });
        MoneyRows.atOnce(20, i -> () -> refunds.refund(i % 2 == 0 ? wallet : card));

        await().atMost(60, SECONDS)
                .untilAsserted(() -> assertThat(refunds.refund(card)).isTrue());
        await().atMost(30, SECONDS).untilAsserted(() -> assertThat(
                        money.number("SELECT COUNT(*) FROM inbox WHERE handler = 'RefundApprovedHandler'"))
                .isGreaterThanOrEqualTo(3));
        assertThat(get(user, byWallet).refundedCents()).isEqualTo(150);
        assertThat(get(user, byCard).refundedCents()).isEqualTo(150);
        assertThat(get(user, byCard).refunds()).hasSize(1);
        assertThat(money.balance(user)).isEqualTo(850);
        money.assertBooksBalance(user);
    }

    @Test
    void two_different_requests_at_once_share_what_is_there() throws Exception {
        long user = money.userWith(1_000);
        long order = orders.order(user, 300, Mood.PAYABLE);
        PaymentView paid = payByWallet(user, order);

        List<Object> results = MoneyRows.atOnce(10, i -> {
            RefundApproved full = approved(paid, user, order, 300);
            return () -> refunds.refund(full);
        });

        assertThat(results.stream().filter(Boolean.TRUE::equals)).hasSize(1);
        assertThat(results.stream().filter(ErrorCode.ILLEGAL_STATE::equals)).hasSize(9);
        assertThat(money.balance(user)).isEqualTo(1_000);
        money.assertBooksBalance(user);
    }

    @Test
    void callbacks_about_refunds_are_checked_like_all_others() {
        long user = money.userWith(0);
        long order = orders.order(user, 300, Mood.PAYABLE);
        PaymentView begun = channel.pay(user, ChannelHand.LATE, order);
        channel.tell(begun.paymentId(), "SUCCEEDED", 300);
        refunds.refund(approved(begun, user, order, 300));
        long refund = get(user, begun).refunds().get(0).refundId();

        assertThatThrownBy(() -> channel.tellRefund(refund, "DONE", 299)).satisfies(refused(ErrorCode.VALIDATION));
        assertThat(channel.tellRefund(refund, "PENDING", 300)).isEqualTo(CallbackOutcome.NOTHING_NEW);
        assertThat(channel.tellRefund(refund, "DONE", 300)).isEqualTo(CallbackOutcome.APPLIED);
        assertThat(channel.tellRefund(refund, "DONE", 300)).isEqualTo(CallbackOutcome.NOTHING_NEW);

        assertThat(get(user, begun).status()).isEqualTo(PaymentStatus.REFUNDED);
        money.assertBooksBalance(user);
    }

    @Test
    void only_what_was_captured_for_that_order_of_that_user_goes_back() {
        long user = money.userWith(1_000);
        long order = orders.order(user, 300, Mood.PAYABLE);
        PaymentView paid = payByWallet(user, order);
        long waiting = orders.order(user, 300, Mood.PAYABLE);
        PaymentView pending = channel.pay(user, ChannelHand.LATE, waiting);

        assertThatThrownBy(() -> refunds.refund(approved(paid, user, waiting, 300)))
                .satisfies(refused(ErrorCode.NOT_FOUND));
        assertThatThrownBy(() -> refunds.refund(approved(paid, money.userWith(0), order, 300)))
                .satisfies(refused(ErrorCode.NOT_FOUND));
        assertThatThrownBy(() -> refunds.refund(approved(paid, user, order, 0)))
                .satisfies(refused(ErrorCode.VALIDATION));
        assertThatThrownBy(() -> refunds.refund(approved(paid, user, order, -5)))
                .satisfies(refused(ErrorCode.VALIDATION));
        assertThatThrownBy(() -> refunds.refund(approved(pending, user, waiting, 300)))
                .satisfies(refused(ErrorCode.ILLEGAL_STATE));
        assertThat(money.balance(user)).isEqualTo(700);
    }

    private RefundApproved approved(PaymentView payment, long user, long order, long cents) {
        return new RefundApproved(orders.number(), order, payment.paymentId(), user, cents, "too small");
    }

    private PaymentView payByWallet(long user, Long... orderIds) {
        return payments.pay(new PayCommand(user, "w-" + orderIds[0], List.of(orderIds), PaymentMethod.WALLET))
                .value();
    }

    private PaymentView payByCard(long user, Long... orderIds) {
        PaymentView begun = channel.pay(user, ChannelHand.GOOD, orderIds);
        await().atMost(60, SECONDS)
                .untilAsserted(() -> assertThat(get(user, begun).status()).isEqualTo(PaymentStatus.SUCCEEDED));
        return begun;
    }

    private PaymentView get(long user, PaymentView payment) {
        return payments.get(user, payment.paymentId());
    }
}
