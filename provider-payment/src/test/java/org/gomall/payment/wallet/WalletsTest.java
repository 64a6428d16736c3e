package org.gomall.payment.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gomall.payment.MoneyRows.refused;

import java.util.List;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Page;
import org.gomall.api.common.Replayable;
import org.gomall.api.payment.TopUpCommand;
import org.gomall.api.payment.TopUpView;
import org.gomall.api.payment.WalletEntryView;
import org.gomall.api.payment.WalletService;
import org.gomall.payment.MoneyRows;
import org.gomall.payment.PaymentTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PaymentTest
class WalletsTest {

    @Autowired
    WalletService wallets;

    @Autowired
    MoneyRows money;

    @Test
    void a_wallet_that_was_never_used_is_empty() {
        long user = money.userWith(0);

        assertThat(wallets.wallet(user).balanceCents()).isZero();
        assertThat(wallets.entries(user, 1, 20)).isEqualTo(new Page<>(List.of(), 1, 20, 0));
    }

    @Test
    void a_top_up_is_booked_on_both_sides() {
        long user = money.userWith(0);

        TopUpView first = wallets.topUp(new TopUpCommand(user, "a", 500L)).value();
        TopUpView second = wallets.topUp(new TopUpCommand(user, "b", 70L)).value();

        assertThat(first.balanceCents()).isEqualTo(500);
        assertThat(second.balanceCents()).isEqualTo(570);
        assertThat(wallets.wallet(user).balanceCents()).isEqualTo(570);
        assertThat(money.texts(
                        "SELECT CONCAT(account, ' ', amount_cents) FROM ledger_entry WHERE reference_id = ? ORDER BY entry_id",
                        second.topupId()))
                .containsExactly("WALLET 70", "SANDBOX_FUNDING -70");
        money.assertBooksBalance(user);
    }

    @Test
    void entries_come_newest_first_in_pages() {
        long user = money.userWith(0);
        for (long cents = 1; cents <= 5; cents++) {
            wallets.topUp(new TopUpCommand(user, "key-" + cents, cents));
        }

        Page<WalletEntryView> second = wallets.entries(user, 2, 2);

        assertThat(second.total()).isEqualTo(5);
        assertThat(second.items()).extracting(WalletEntryView::amountCents).containsExactly(3L, 2L);
        assertThat(second.items()).extracting(WalletEntryView::balanceCents).containsExactly(6L, 3L);
        assertThat(second.items()).extracting(WalletEntryView::kind).containsOnly(WalletEntryView.Kind.TOP_UP);
        assertThatThrownBy(() -> wallets.entries(user, 1, 101)).satisfies(refused(ErrorCode.VALIDATION));
        assertThatThrownBy(() -> wallets.entries(user, 0, 20)).satisfies(refused(ErrorCode.VALIDATION));
    }

    @Test
    void repeating_a_top_up_answers_the_first_result() {
        long user = money.userWith(0);
        Replayable<TopUpView> first = wallets.topUp(new TopUpCommand(user, "key", 500L));
        wallets.topUp(new TopUpCommand(user, "another", 1L));

        Replayable<TopUpView> again = wallets.topUp(new TopUpCommand(user, "key", 500L));

        assertThat(first.replayed()).isFalse();
        assertThat(again).isEqualTo(Replayable.again(first.value()));
        assertThat(money.balance(user)).isEqualTo(501);
    }

    @Test
    void a_key_stands_for_one_request_of_one_user() {
        long user = money.userWith(0);
        long other = money.userWith(0);
        wallets.topUp(new TopUpCommand(user, "key", 500L));

        assertThatThrownBy(() -> wallets.topUp(new TopUpCommand(user, "key", 501L)))
                .satisfies(refused(ErrorCode.IDEMPOTENCY_KEY_REUSED));
        assertThat(wallets.topUp(new TopUpCommand(user, "KEY", 501L)).replayed())
                .isFalse();
        assertThat(wallets.topUp(new TopUpCommand(other, "key", 501L)).replayed())
                .isFalse();

        assertThat(money.balance(user)).isEqualTo(1001);
        assertThat(money.balance(other)).isEqualTo(501);
    }

    @Test
    void fifty_identical_top_ups_at_once_are_booked_once() throws Exception {
        long user = money.userWith(0);

        List<Object> results = MoneyRows.atOnce(
                50,
                i -> () -> wallets.topUp(new TopUpCommand(user, "key", 500L)).value());

        assertThat(results).doesNotHaveAnyElementsOfTypes(ErrorCode.class);
        assertThat(results.stream().distinct()).hasSize(1);
        assertThat(money.balance(user)).isEqualTo(500);
        money.assertBooksBalance(user);
    }

    @Test
    void the_schema_refuses_a_debt_and_a_crooked_entry() {
        long user = money.userWith(100);

        assertThatThrownBy(() -> money.update("UPDATE wallet SET balance_cents = -1 WHERE user_id = ?", user))
                .hasMessageContaining("ck_wallet_balance");
        assertThatThrownBy(() -> money.update(
                        "INSERT INTO ledger_entry (entry_id, kind, reference_id, account, user_id, amount_cents,"
                                + " balance_cents, created_at) VALUES (?, 'TOP_UP', ?, 'WALLET', 0, 1, 1, UTC_TIMESTAMP(6))",
                        user,
                        user))
                .hasMessageContaining("ck_ledger_entry_account");
        assertThatThrownBy(() -> money.update(
                        "INSERT INTO ledger_entry (entry_id, kind, reference_id, account, user_id, amount_cents,"
                                + " balance_cents, created_at) VALUES (?, 'TOP_UP', ?, 'WALLET', ?, 0, 1, UTC_TIMESTAMP(6))",
                        user,
                        user,
                        user))
                .hasMessageContaining("ck_ledger_entry_amount");
    }
}
