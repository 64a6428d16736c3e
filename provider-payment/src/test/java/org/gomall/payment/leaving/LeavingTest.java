package org.gomall.payment.leaving;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Topics;
import org.gomall.api.order.PaymentRefused;
import org.gomall.api.payment.AddCardCommand;
import org.gomall.api.payment.CardService;
import org.gomall.api.payment.PayCommand;
import org.gomall.api.payment.PaymentMethod;
import org.gomall.api.payment.PaymentService;
import org.gomall.api.payment.PaymentStatus;
import org.gomall.api.payment.TopUpCommand;
import org.gomall.api.payment.WalletService;
import org.gomall.api.user.AccountClosed;
import org.gomall.payment.ChannelHand;
import org.gomall.payment.FakeOrders;
import org.gomall.payment.FakeOrders.Mood;
import org.gomall.payment.MoneyRows;
import org.gomall.payment.PaymentTest;
import org.gomall.platform.messaging.Outbox;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The money of somebody who leaves goes out, and the books stay balanced whatever comes later. */
@PaymentTest
class LeavingTest {

    private static final String PAYOUTS =
            "SELECT COALESCE(SUM(-amount_cents), 0) FROM ledger_entry WHERE kind = 'PAYOUT' AND account = 'WALLET' AND user_id = ?";

    @Autowired
    PaymentService payments;

    @Autowired
    CardService cards;

    @Autowired
    WalletService wallets;

    @Autowired
    FakeOrders orders;

    @Autowired
    MoneyRows money;

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void the_wallet_is_paid_out_once() {
        long user = money.userWith(1_000);

        leave(user);
        leave(user);

        await().atMost(30, SECONDS).untilAsserted(() -> assertThat(closed(user)).isEqualTo(1));
        assertThat(money.balance(user)).isZero();
        assertThat(money.number(PAYOUTS, user)).isEqualTo(1_000);
        money.assertBooksBalance(user);
    }

    @Test
    void who_never_had_money_leaves_as_well() {
        long user = money.userWith(0);

        leave(user);

        await().atMost(30, SECONDS).untilAsserted(() -> assertThat(closed(user)).isEqualTo(1));
        assertThat(money.number(PAYOUTS, user)).isZero();
        money.assertBooksBalance(user);
    }

    @Test
    void money_that_comes_back_later_goes_out_as_well() {
        long user = money.userWith(1_000);
        long order = orders.order(user, 300, Mood.UNREACHABLE);
        long payment = payments.pay(new PayCommand(user, "key", List.of(order), PaymentMethod.WALLET))
                .value()
                .paymentId();
        leave(user);
        await().atMost(30, SECONDS).untilAsserted(() -> assertThat(closed(user)).isEqualTo(1));
        assertThat(money.number(PAYOUTS, user)).isEqualTo(700);

        transaction.executeWithoutResult(
                status -> outbox.publish(Topics.ORDER, new PaymentRefused(order, payment, 300)));

        await().atMost(30, SECONDS)
                .untilAsserted(
                        () -> assertThat(payments.get(user, payment).status()).isEqualTo(PaymentStatus.REFUNDED));
        assertThat(money.balance(user)).isZero();
        assertThat(money.number(PAYOUTS, user)).isEqualTo(1_000);
        money.assertBooksBalance(user);
    }

    @Test
    void a_closed_wallet_keeps_and_pays_nothing() {
        long user = money.userWith(0);
        leave(user);
        await().atMost(30, SECONDS).untilAsserted(() -> assertThat(closed(user)).isEqualTo(1));

        wallets.topUp(new TopUpCommand(user, "in flight", 500L));

        assertThat(money.balance(user)).isZero();
        money.assertBooksBalance(user);
        long order = orders.order(user, 300, Mood.PAYABLE);
        assertThatThrownBy(() -> payments.pay(new PayCommand(user, "key", List.of(order), PaymentMethod.WALLET)))
                .satisfies(MoneyRows.refused(ErrorCode.INSUFFICIENT_BALANCE));
    }

    @Test
    void cards_are_forgotten_and_those_of_others_are_not() {
        long user = money.userWith(0);
        long other = money.userWith(0);
        cards.add(card(user));
        cards.add(card(user));
        cards.add(card(other));

        leave(user);
        leave(user);

        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(cards.list(user)).isEmpty());
        assertThat(cards.list(other)).hasSize(1);
    }

    @Test
    void a_payment_that_waits_is_cancelled() {
        long user = money.userWith(1_000);
        long order = orders.order(user, 300, Mood.UNREACHABLE);
        long payment = payments.pay(new PayCommand(user, "key", List.of(order), PaymentMethod.WALLET))
                .value()
                .paymentId();
        money.update("UPDATE payment SET status = 'PENDING' WHERE payment_id = ?", payment);

        leave(user);

        await().atMost(30, SECONDS)
                .untilAsserted(
                        () -> assertThat(payments.get(user, payment).status()).isEqualTo(PaymentStatus.CANCELLED));
    }

    private static AddCardCommand card(long user) {
        return new AddCardCommand(user, ChannelHand.GOOD, 12, 2030, "123", "Alice Wang");
    }

    private void leave(long user) {
        transaction.executeWithoutResult(status -> outbox.publish(Topics.USER, new AccountClosed(user)));
    }

    private long closed(long user) {
        return money.number("SELECT COUNT(*) FROM wallet WHERE user_id = ? AND closed_at IS NOT NULL", user);
    }
}
