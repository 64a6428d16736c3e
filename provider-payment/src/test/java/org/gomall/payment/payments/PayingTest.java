package org.gomall.payment.payments;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.gomall.payment.MoneyRows.refused;

import java.util.List;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Replayable;
import org.gomall.api.order.OrderAmount;
import org.gomall.api.payment.PayCommand;
import org.gomall.api.payment.PaymentMethod;
import org.gomall.api.payment.PaymentService;
import org.gomall.api.payment.PaymentStatus;
import org.gomall.api.payment.PaymentSucceeded;
import org.gomall.api.payment.PaymentView;
import org.gomall.api.payment.TopUpCommand;
import org.gomall.api.payment.WalletService;
import org.gomall.payment.FakeOrders;
import org.gomall.payment.FakeOrders.Mood;
import org.gomall.payment.HeardEvents;
import org.gomall.payment.MoneyRows;
import org.gomall.payment.PaymentTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PaymentTest
class PayingTest {

    @Autowired
    PaymentService payments;

    @Autowired
    WalletService wallets;

    @Autowired
    FakeOrders orders;

    @Autowired
    MoneyRows money;

    @Test
    void paying_takes_the_money_and_tells_the_orders_and_the_world() {
        long user = money.userWith(1_000);
        long first = orders.order(user, 300, Mood.PAYABLE);
        long second = orders.order(user, 250, Mood.PAYABLE);

        Replayable<PaymentView> answer = pay(user, "key", second, first);

        PaymentView payment = answer.value();
        assertThat(answer.replayed()).isFalse();
        assertThat(payment.status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(payment.amountCents()).isEqualTo(550);
        assertThat(payment.orderIds()).containsExactly(first, second);
        assertThat(payment.refunds()).isEmpty();
        assertThat(payments.get(user, payment.paymentId())).isEqualTo(payment);
        assertThat(payments.ofOrder(user, first)).containsExactly(payment);
        assertThat(money.balance(user)).isEqualTo(450);
        assertThat(money.texts(
                        "SELECT CONCAT(kind, ' ', account, ' ', amount_cents) FROM ledger_entry WHERE reference_id = ?"
                                + " ORDER BY entry_id",
                        payment.paymentId()))
                .containsExactly("PAYMENT WALLET -550", "PAYMENT SALES_CLEARING 550");
        assertThat(orders.mood(first)).isEqualTo(Mood.PAID);
        assertThat(orders.mood(second)).isEqualTo(Mood.PAID);
        money.assertBooksBalance(user);
        PaymentSucceeded event = new PaymentSucceeded(
                payment.paymentId(), user, List.of(new OrderAmount(first, 300), new OrderAmount(second, 250)));
        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(HeardEvents.HEARD).contains(event));
    }

    @Test
    void repeating_a_payment_answers_the_first_one() {
        long user = money.userWith(1_000);
        long order = orders.order(user, 300, Mood.PAYABLE);
        long other = orders.order(user, 300, Mood.PAYABLE);
        PaymentView first = pay(user, "key", order).value();

        assertThat(pay(user, "key", order)).isEqualTo(Replayable.again(first));
        assertThatThrownBy(() -> pay(user, "key", other)).satisfies(refused(ErrorCode.IDEMPOTENCY_KEY_REUSED));

        assertThat(money.balance(user)).isEqualTo(700);
        assertThat(payments.ofOrder(user, other)).isEmpty();
    }

    @Test
    void fifty_identical_payments_at_once_are_one() throws Exception {
        long user = money.userWith(1_000);
        long order = orders.order(user, 300, Mood.PAYABLE);

        List<Object> results =
                MoneyRows.atOnce(50, i -> () -> pay(user, "key", order).value().paymentId());

        assertThat(results).doesNotHaveAnyElementsOfTypes(ErrorCode.class);
        assertThat(results.stream().distinct()).hasSize(1);
        assertThat(money.balance(user)).isEqualTo(700);
        assertThat(payments.ofOrder(user, order)).hasSize(1);
        money.assertBooksBalance(user);
    }

    @Test
    void fifty_different_payments_of_one_order_at_once_leave_one() throws Exception {
        long user = money.userWith(100_000);
        long order = orders.order(user, 300, Mood.FORGETFUL);

        List<Object> results = MoneyRows.atOnce(
                50, i -> () -> pay(user, "key-" + i, order).value().status());

        assertThat(results).containsOnlyOnce(PaymentStatus.SUCCEEDED);
        assertThat(results.stream().filter(ErrorCode.ILLEGAL_STATE::equals)).hasSize(49);
        assertThat(money.balance(user)).isEqualTo(99_700);
        assertThat(payments.ofOrder(user, order)).hasSize(1);
        money.assertBooksBalance(user);
    }

    @Test
    void a_payment_that_shares_one_paid_order_changes_nothing() {
        long user = money.userWith(1_000);
        long paid = orders.order(user, 100, Mood.FORGETFUL);
        long open = orders.order(user, 100, Mood.FORGETFUL);
        pay(user, "first", paid);

        assertThatThrownBy(() -> pay(user, "both", open, paid)).satisfies(refused(ErrorCode.ILLEGAL_STATE));

        assertThat(payments.ofOrder(user, open)).isEmpty();
        assertThat(money.balance(user)).isEqualTo(900);
        assertThat(pay(user, "both", open).value().status()).isEqualTo(PaymentStatus.SUCCEEDED);
    }

    @Test
    void too_little_money_changes_nothing_and_the_key_stays_free() {
        long user = money.userWith(299);
        long order = orders.order(user, 300, Mood.PAYABLE);

        assertThatThrownBy(() -> pay(user, "key", order)).satisfies(refused(ErrorCode.INSUFFICIENT_BALANCE));
        assertThat(money.balance(user)).isEqualTo(299);
        assertThat(payments.ofOrder(user, order)).isEmpty();

        wallets.topUp(new TopUpCommand(user, "more", 1L));
        assertThat(pay(user, "key", order).value().status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(money.balance(user)).isZero();
        money.assertBooksBalance(user);
    }

    @Test
    void payments_that_race_for_one_balance_never_overdraw_it() throws Exception {
        long user = money.userWith(1_000);
        List<Long> all = java.util.stream.IntStream.range(0, 20)
                .mapToObj(i -> orders.order(user, 300, Mood.PAYABLE))
                .toList();

        List<Object> results = MoneyRows.atOnce(
                20, i -> () -> pay(user, "key-" + i, all.get(i)).value().status());

        assertThat(results.stream().filter(PaymentStatus.SUCCEEDED::equals)).hasSize(3);
        assertThat(results.stream().filter(ErrorCode.INSUFFICIENT_BALANCE::equals))
                .hasSize(17);
        assertThat(money.balance(user)).isEqualTo(100);
        money.assertBooksBalance(user);
    }

    @Test
    void a_free_order_moves_no_money() {
        long user = money.userWith(0);
        long order = orders.order(user, 0, Mood.PAYABLE);

        PaymentView payment = pay(user, "key", order).value();

        assertThat(payment.status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(orders.mood(order)).isEqualTo(Mood.PAID);
        assertThat(wallets.entries(user, 1, 20).total()).isZero();
    }

    @Test
    void an_order_that_cannot_be_told_now_does_not_fail_its_payment() {
        long user = money.userWith(1_000);
        long unreachable = orders.order(user, 300, Mood.UNREACHABLE);
        long busy = orders.order(user, 300, Mood.BUSY);

        assertThat(pay(user, "a", unreachable).value().status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(pay(user, "b", busy).value().status()).isEqualTo(PaymentStatus.SUCCEEDED);

        assertThat(money.balance(user)).isEqualTo(400);
    }

    @Test
    void what_the_orders_refuse_is_refused_and_nothing_happens() {
        long user = money.userWith(1_000);
        long foreign = orders.order(money.userWith(0), 300, Mood.PAYABLE);
        long paid = orders.order(user, 300, Mood.PAID);
        long down = orders.order(user, 300, Mood.DOWN);

        assertThatThrownBy(() -> pay(user, "a", foreign)).satisfies(refused(ErrorCode.NOT_FOUND));
        assertThatThrownBy(() -> pay(user, "b", orders.number())).satisfies(refused(ErrorCode.NOT_FOUND));
        assertThatThrownBy(() -> pay(user, "c", paid)).satisfies(refused(ErrorCode.ILLEGAL_STATE));
        assertThatThrownBy(() -> pay(user, "d", down)).satisfies(refused(ErrorCode.UNAVAILABLE));

        assertThat(money.balance(user)).isEqualTo(1_000);
        assertThat(money.number("SELECT COUNT(*) FROM payment WHERE user_id = ?", user))
                .isZero();
    }

    @Test
    void payments_of_another_user_do_not_exist() {
        long user = money.userWith(1_000);
        long other = money.userWith(1_000);
        long order = orders.order(user, 300, Mood.PAYABLE);
        long payment = pay(user, "key", order).value().paymentId();

        assertThatThrownBy(() -> payments.get(other, payment)).satisfies(refused(ErrorCode.NOT_FOUND));
        assertThatThrownBy(() -> payments.cancel(other, payment)).satisfies(refused(ErrorCode.NOT_FOUND));
        assertThat(payments.ofOrder(other, order)).isEmpty();
        assertThatThrownBy(() -> pay(other, "key", order)).satisfies(refused(ErrorCode.NOT_FOUND));
        assertThat(payments.get(user, payment).status()).isEqualTo(PaymentStatus.SUCCEEDED);
    }

    @Test
    void a_captured_payment_cannot_be_cancelled_but_a_pending_one_can_and_sets_its_order_free() {
        long user = money.userWith(1_000);
        long captured =
                pay(user, "a", orders.order(user, 300, Mood.PAYABLE)).value().paymentId();
        long order = orders.order(user, 300, Mood.PAYABLE);
        long pending = pendingPayment(user, order);

        assertThatThrownBy(() -> payments.cancel(user, captured)).satisfies(refused(ErrorCode.ILLEGAL_STATE));
        assertThatThrownBy(() -> pay(user, "b", order)).satisfies(refused(ErrorCode.ILLEGAL_STATE));
        assertThat(payments.cancel(user, pending).status()).isEqualTo(PaymentStatus.CANCELLED);
        assertThatThrownBy(() -> payments.cancel(user, pending)).satisfies(refused(ErrorCode.ILLEGAL_STATE));

        assertThat(pay(user, "c", order).value().status()).isEqualTo(PaymentStatus.SUCCEEDED);
    }

    /** A wallet never waits, so the row is made by hand. */
    private long pendingPayment(long user, long order) {
        long payment = orders.number();
        money.update(
                "INSERT INTO payment (payment_id, user_id, method, status, amount_cents, created_at, updated_at)"
                        + " VALUES (?, ?, 'WALLET', 'PENDING', 300, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))",
                payment,
                user);
        money.update(
                "INSERT INTO payment_order (payment_id, order_id, amount_cents, claimed_order_id) VALUES (?, ?, 300, ?)",
                payment,
                order,
                order);
        return payment;
    }

    private Replayable<PaymentView> pay(long user, String key, Long... orderIds) {
        return payments.pay(new PayCommand(user, key, List.of(orderIds), PaymentMethod.WALLET));
    }
}
