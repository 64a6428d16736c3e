package org.gomall.payment.payments;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.gomall.payment.MoneyRows.refused;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Replayable;
import org.gomall.api.payment.CallbackOutcome;
import org.gomall.api.payment.CardService;
import org.gomall.api.payment.PayCommand;
import org.gomall.api.payment.PaymentMethod;
import org.gomall.api.payment.PaymentStatus;
import org.gomall.api.payment.PaymentView;
import org.gomall.api.payment.RefundStatus;
import org.gomall.api.payment.RefundView;
import org.gomall.payment.ChannelHand;
import org.gomall.payment.FakeOrders.Mood;
import org.gomall.payment.MoneyRows;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Payments by card against the sandbox, over HTTP in both directions. */
class CardPaymentsTest extends ChargeTest {

    private static final int PAIRS = 200;

    @Autowired
    CardService cards;

    @Test
    void a_good_card_pays_a_moment_later() {
        long user = money.userWith(0);
        long first = orders.order(user, 300, Mood.PAYABLE);
        long second = orders.order(user, 250, Mood.PAYABLE);

        PaymentView begun = channel.pay(user, ChannelHand.GOOD, first, second);

        assertThat(begun.status()).isEqualTo(PaymentStatus.PENDING);
        assertThat(begun.method()).isEqualTo(PaymentMethod.CARD);
        assertThat(begun.amountCents()).isEqualTo(550);
        awaitStatus(user, begun, PaymentStatus.SUCCEEDED);
        awaitMood(second, Mood.PAID);
        awaitMood(first, Mood.PAID);
        assertThat(ledger(begun)).containsExactly("PAYMENT CARD_CLEARING -550", "PAYMENT SALES_CLEARING 550");
        assertThat(history(begun)).containsExactly("PENDING USER", "SUCCEEDED CHANNEL");
        assertThat(money.texts("SELECT token FROM charge WHERE payment_id = ?", begun.paymentId()))
                .containsOnlyNulls();
        assertChargedOnce(begun);
        money.assertBooksBalance(user);
    }

    @Test
    void a_declined_card_sets_the_order_free_for_another_try() {
        long user = money.userWith(1_000);
        long order = orders.order(user, 300, Mood.PAYABLE);

        PaymentView declined = channel.pay(user, ChannelHand.DECLINED, order);
        awaitStatus(user, declined, PaymentStatus.FAILED);
        PaymentView second = channel.pay(user, ChannelHand.GOOD, order);
        awaitStatus(user, second, PaymentStatus.SUCCEEDED);

        assertThat(ledger(declined)).isEmpty();
        assertThat(payments.ofOrder(user, order))
                .extracting(PaymentView::paymentId)
                .containsExactly(second.paymentId(), declined.paymentId());
        money.assertBooksBalance(user);
    }

    @Test
    void slow_doubled_and_reordered_callbacks_charge_once() {
        long user = money.userWith(0);
        List<PaymentView> begun = List.of(
                channel.pay(user, ChannelHand.SLOW, orders.order(user, 100, Mood.PAYABLE)),
                channel.pay(user, ChannelHand.DUPLICATED, orders.order(user, 200, Mood.PAYABLE)),
                channel.pay(user, ChannelHand.REORDERED, orders.order(user, 300, Mood.PAYABLE)));

        begun.forEach(payment -> awaitStatus(user, payment, PaymentStatus.SUCCEEDED));
        await().atMost(30, SECONDS).untilAsserted(() -> assertThat(money.number(
                        "SELECT COUNT(*) FROM sandbox_callback WHERE body LIKE ?" + " OR body LIKE ? OR body LIKE ?",
                        likes(begun)))
                .isZero());

        for (PaymentView payment : begun) {
            assertThat(payments.get(user, payment.paymentId()).status()).isEqualTo(PaymentStatus.SUCCEEDED);
            assertThat(ledger(payment)).hasSize(2);
            assertChargedOnce(payment);
        }
        money.assertBooksBalance(user);
    }

    @Test
    void a_lost_callback_is_found_by_asking() {
        long user = money.userWith(0);
        long order = orders.order(user, 300, Mood.PAYABLE);

        PaymentView begun = channel.pay(user, ChannelHand.LOST, order);

        awaitStatus(user, begun, PaymentStatus.SUCCEEDED);
        awaitMood(order, Mood.PAID);
        assertThat(money.number("SELECT attempts FROM charge WHERE payment_id = ?", begun.paymentId()))
                .isGreaterThan(1);
        assertChargedOnce(begun);
    }

    @Test
    void a_charge_that_never_left_this_process_is_made_after_all() {
        long user = money.userWith(0);
        long order = orders.order(user, 300, Mood.PAYABLE);
        PaymentView begun = channel.pay(user, ChannelHand.LATE, order);
        awaitAtChannel(begun);

        // As if the process had been killed before the channel heard of it.
        money.update("DELETE FROM sandbox_charge WHERE reference = ?", text(begun));
        money.update(
                "UPDATE sandbox_token SET behaviour = 'QUICK' WHERE token = (SELECT token FROM charge"
                        + " WHERE payment_id = ?)",
                begun.paymentId());

        awaitStatus(user, begun, PaymentStatus.SUCCEEDED);
        assertChargedOnce(begun);
    }

    @Test
    void a_capture_for_an_order_that_was_cancelled_meanwhile_goes_back_to_the_card() {
        long user = money.userWith(0);
        long order = orders.order(user, 300, Mood.CANCELLED_MEANWHILE);

        PaymentView begun = channel.pay(user, ChannelHand.GOOD, order);

        awaitStatus(user, begun, PaymentStatus.REFUNDED);
        assertRefundedLate(user, begun, 300);
    }

    @Test
    void a_payment_expires_with_its_order_and_a_late_capture_goes_back() {
        long user = money.userWith(0);
        long order = orders.order(user, 300, Mood.PAYABLE);
        PaymentView begun = channel.pay(user, ChannelHand.LATE, order);
        awaitAtChannel(begun);

        orders.mood(order, Mood.CANCELLED);
        tellTimeOut(user, order);

        awaitStatus(user, begun, PaymentStatus.EXPIRED);
        assertThat(money.number(
                        "SELECT COUNT(*) FROM payment_order WHERE payment_id = ? AND claimed_order_id IS NOT NULL",
                        begun.paymentId()))
                .isZero();
        decideIn(0, user);
        awaitStatus(user, begun, PaymentStatus.REFUNDED);
        assertRefundedLate(user, begun, 300);
        assertThat(history(begun))
                .containsExactly("PENDING USER", "EXPIRED SYSTEM", "SUCCEEDED CHANNEL", "REFUNDED SYSTEM");
    }

    @Test
    void a_payment_whose_orders_news_was_lost_finds_out_by_asking() {
        long user = money.userWith(0);
        long order = orders.order(user, 300, Mood.PAYABLE);
        PaymentView begun = channel.pay(user, ChannelHand.LATE, order);
        awaitAtChannel(begun);
        decideIn(3_600, user);

        orders.mood(order, Mood.CANCELLED);

        awaitStatus(user, begun, PaymentStatus.EXPIRED);
    }

    @Test
    void a_cancelled_payment_is_cancelled_at_the_channel_as_well() {
        long user = money.userWith(0);
        long order = orders.order(user, 300, Mood.PAYABLE);
        PaymentView begun = channel.pay(user, ChannelHand.SLOW, order);

        assertThat(payments.cancel(user, begun.paymentId()).status()).isEqualTo(PaymentStatus.CANCELLED);

        await().atMost(30, SECONDS).untilAsserted(() -> assertThat(money.texts(
                        "SELECT c.status FROM sandbox_charge c WHERE c.reference = ?"
                                + " UNION ALL SELECT status FROM charge WHERE payment_id = ?",
                        text(begun),
                        begun.paymentId()))
                .containsExactly("CANCELLED", "CANCELLED"));
        assertThat(ledger(begun)).isEmpty();
        PaymentView next = channel.pay(user, ChannelHand.GOOD, order);
        awaitStatus(user, next, PaymentStatus.SUCCEEDED);
    }

    @Test
    void a_success_after_the_cancellation_is_shown_and_goes_back() {
        long user = money.userWith(0);
        long order = orders.order(user, 300, Mood.PAYABLE);
        PaymentView begun = channel.pay(user, ChannelHand.LATE, order);
        awaitAtChannel(begun);
        payments.cancel(user, begun.paymentId());

        assertThat(channel.tell(begun.paymentId(), "SUCCEEDED", 300)).isEqualTo(CallbackOutcome.APPLIED);

        PaymentView captured = payments.get(user, begun.paymentId());
        assertThat(captured.status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(captured.refundedCents()).isZero();
        assertThat(captured.refunds()).extracting(RefundView::status).containsExactly(RefundStatus.PENDING);
        assertThat(orders.mood(order)).isEqualTo(Mood.PAYABLE);
        decideIn(0, user);
        awaitStatus(user, begun, PaymentStatus.REFUNDED);
        assertRefundedLate(user, begun, 300);
    }

    @Test
    void cancelling_and_capturing_in_the_same_moment_end_with_one_truth() throws Exception {
        long user = money.userWith(0);
        long card = channel.card(user, ChannelHand.LATE);
        List<PaymentView> begun = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            begun.add(channel.pay(user, card, "race-" + i, orders.order(user, 300, Mood.PAYABLE))
                    .value());
        }
        awaitAtChannel(begun.get(PAIRS - 1));
        decideIn(3_600, user);
        Map<PaymentView, Boolean> cancelled = new LinkedHashMap<>();
        for (PaymentView each : begun) {
            long payment = each.paymentId();
            List<Object> results = MoneyRows.atOnce(
                    2,
                    racer -> racer == 0
                            ? () -> payments.cancel(user, payment).status()
                            : () -> channel.tell(payment, "SUCCEEDED", 300));

            assertThat(results.get(1)).isEqualTo(CallbackOutcome.APPLIED);
            cancelled.put(each, results.get(0) != ErrorCode.ILLEGAL_STATE);
        }
        cancelled.forEach((each, first) -> {
            awaitMood(each.orderIds().get(0), first ? Mood.PAYABLE : Mood.PAID);
            assertThat(payments.get(user, each.paymentId()).refunds()).hasSize(first ? 1 : 0);
        });
        decideIn(0, user);
        await().atMost(120, SECONDS).untilAsserted(() -> assertThat(money.number(
                        "SELECT COUNT(*) FROM refund r JOIN payment p ON p.payment_id = r.payment_id"
                                + " WHERE p.user_id = ? AND (r.status <> 'DONE' OR p.status <> 'REFUNDED')",
                        user))
                .isZero());
        assertThat(money.number(
                        "SELECT COUNT(*) FROM payment WHERE user_id = ? AND status NOT IN"
                                + " ('SUCCEEDED', 'REFUNDED')",
                        user))
                .isZero();
        money.assertBooksBalance(user);
    }

    @Test
    void many_payments_of_one_order_at_once_leave_one() throws Exception {
        long user = money.userWith(100_000);
        long card = channel.card(user, ChannelHand.SLOW);
        long order = orders.order(user, 300, Mood.FORGETFUL);

        List<Object> results = MoneyRows.atOnce(
                20,
                i -> () -> i % 2 == 0
                        ? channel.pay(user, card, "card-" + i, order).value().method()
                        : payments.pay(new PayCommand(user, "wallet-" + i, List.of(order), PaymentMethod.WALLET))
                                .value()
                                .method());

        assertThat(results.stream().filter(PaymentMethod.class::isInstance)).hasSize(1);
        assertThat(results.stream().filter(ErrorCode.ILLEGAL_STATE::equals)).hasSize(19);
    }

    @Test
    void repeating_a_payment_by_card_answers_the_first_one() throws Exception {
        long user = money.userWith(0);
        long card = channel.card(user, ChannelHand.GOOD);
        long other = channel.card(user, ChannelHand.GOOD);
        long order = orders.order(user, 300, Mood.PAYABLE);

        List<Object> results = MoneyRows.atOnce(
                20, i -> () -> channel.pay(user, card, "key", order).value().paymentId());

        assertThat(results.stream().distinct()).hasSize(1);
        Replayable<PaymentView> again = channel.pay(user, card, "key", order);
        assertThat(again.replayed()).isTrue();
        assertThat(again.value().paymentId()).isEqualTo(results.get(0));
        assertThatThrownBy(() -> channel.pay(user, other, "key", order))
                .satisfies(refused(ErrorCode.IDEMPOTENCY_KEY_REUSED));
        awaitStatus(user, again.value(), PaymentStatus.SUCCEEDED);
        assertChargedOnce(again.value());
    }

    @Test
    void cards_of_others_deleted_and_expired_cards_do_not_pay() {
        long user = money.userWith(0);
        long order = orders.order(user, 300, Mood.PAYABLE);
        long foreign = channel.card(money.userWith(0), ChannelHand.GOOD);
        long deleted = channel.card(user, ChannelHand.GOOD);
        cards.remove(user, deleted);
        long expired = channel.card(user, ChannelHand.GOOD);
        money.update("UPDATE card SET expiry_year = 2020 WHERE card_id = ?", expired);

        assertThatThrownBy(() -> channel.pay(user, foreign, "a", order)).satisfies(refused(ErrorCode.NOT_FOUND));
        assertThatThrownBy(() -> channel.pay(user, deleted, "b", order)).satisfies(refused(ErrorCode.NOT_FOUND));
        assertThatThrownBy(() -> channel.pay(user, expired, "c", order)).satisfies(refused(ErrorCode.VALIDATION));
        long free = orders.order(user, 0, Mood.PAYABLE);
        assertThatThrownBy(() -> channel.pay(user, ChannelHand.GOOD, free)).satisfies(refused(ErrorCode.VALIDATION));
        assertThat(payments.ofOrder(user, order)).isEmpty();
    }

    @Test
    void deleting_a_card_does_not_stop_what_it_pays() {
        long user = money.userWith(0);
        long card = channel.card(user, ChannelHand.SLOW);
        PaymentView begun = channel.pay(user, card, "key", orders.order(user, 300, Mood.PAYABLE))
                .value();

        cards.remove(user, card);

        awaitStatus(user, begun, PaymentStatus.SUCCEEDED);
    }

    private void awaitStatus(long user, PaymentView payment, PaymentStatus status) {
        await().atMost(60, SECONDS).untilAsserted(() -> assertThat(
                        payments.get(user, payment.paymentId()).status())
                .isEqualTo(status));
    }

    /** An order hears of its payment a moment after it was captured. */
    private void awaitMood(long order, Mood mood) {
        await().pollDelay(Duration.ZERO).atMost(30, SECONDS).untilAsserted(() -> assertThat(orders.mood(order))
                .isEqualTo(mood));
    }

    private void assertRefundedLate(long user, PaymentView begun, long cents) {
        PaymentView payment = payments.get(user, begun.paymentId());
        assertThat(payment.refundedCents()).isEqualTo(cents);
        assertThat(payment.refunds()).hasSize(1);
        RefundView refund = payment.refunds().get(0);
        assertThat(refund.reason()).isEqualTo("LATE_PAYMENT");
        assertThat(refund.status()).isEqualTo(RefundStatus.DONE);
        assertThat(money.texts(
                        "SELECT CONCAT(account, ' ', amount_cents) FROM ledger_entry WHERE kind = 'REFUND'"
                                + " AND reference_id = ? ORDER BY entry_id",
                        refund.refundId()))
                .containsExactly("CARD_CLEARING " + cents, "SALES_CLEARING " + -cents);
        assertThat(money.number("SELECT refunded_cents FROM sandbox_charge WHERE reference = ?", text(begun)))
                .isEqualTo(cents);
        money.assertBooksBalance(user);
    }

    private void assertChargedOnce(PaymentView payment) {
        assertThat(money.number(
                        "SELECT COUNT(*) FROM sandbox_charge WHERE reference = ? AND status = 'SUCCEEDED'",
                        text(payment)))
                .isEqualTo(1);
        assertThat(ledger(payment)).hasSize(2);
    }

    private List<String> ledger(PaymentView payment) {
        return money.texts(
                "SELECT CONCAT(kind, ' ', account, ' ', amount_cents) FROM ledger_entry WHERE reference_id = ?"
                        + " ORDER BY entry_id",
                payment.paymentId());
    }

    private List<String> history(PaymentView payment) {
        return money.texts(
                "SELECT CONCAT(to_status, ' ', step_by) FROM payment_history WHERE payment_id = ? ORDER BY history_id",
                payment.paymentId());
    }

    private static Object[] likes(List<PaymentView> payments) {
        return payments.stream().map(payment -> "%" + text(payment) + "%").toArray();
    }
}
