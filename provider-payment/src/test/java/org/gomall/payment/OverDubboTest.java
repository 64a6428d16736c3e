package org.gomall.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gomall.payment.MoneyRows.refused;

import java.util.Arrays;
import java.util.List;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Replayable;
import org.gomall.api.payment.PayCommand;
import org.gomall.api.payment.PaymentMethod;
import org.gomall.api.payment.PaymentView;
import org.gomall.api.payment.TopUpCommand;
import org.gomall.payment.FakeOrders.Mood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What another process gets: results, refusals and no way around the checks of a command. */
@PaymentTest
class OverDubboTest {

    @Autowired
    RemoteCaller remote;

    @Autowired
    FakeOrders orders;

    @Autowired
    MoneyRows money;

    @Test
    void a_payment_and_its_refusals_arrive_as_themselves() {
        long user = money.userWith(1_000);
        long order = orders.order(user, 300, Mood.PAYABLE);

        Replayable<PaymentView> paid = pay(user, "key", order);

        assertThat(remote.payments().get(user, paid.value().paymentId())).isEqualTo(paid.value());
        assertThat(remote.wallets().wallet(user).balanceCents()).isEqualTo(700);
        assertThat(remote.wallets().entries(user, 1, 20).total()).isEqualTo(2);
        assertThatThrownBy(() -> pay(user, "other", order)).satisfies(refused(ErrorCode.ILLEGAL_STATE));
        assertThatThrownBy(() -> remote.payments().get(user + 1, paid.value().paymentId()))
                .satisfies(refused(ErrorCode.NOT_FOUND));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE, TopUpCommand.MAX_CENTS + 1, Long.MAX_VALUE})
    void absurd_top_ups_are_refused(long cents) {
        long user = money.userWith(0);

        assertThatThrownBy(() -> remote.wallets().topUp(new TopUpCommand(user, "key", cents)))
                .satisfies(refused(ErrorCode.VALIDATION));

        assertThat(money.balance(user)).isZero();
    }

    @Test
    void a_payment_needs_a_key_a_method_and_distinct_orders() {
        long user = money.userWith(1_000);
        long order = orders.order(user, 300, Mood.PAYABLE);

        assertThatThrownBy(() -> pay(user, null, order)).satisfies(refused(ErrorCode.IDEMPOTENCY_KEY_MISSING));
        assertThatThrownBy(() -> pay(user, "key", order, order)).satisfies(refused(ErrorCode.VALIDATION));
        assertThatThrownBy(() -> pay(user, "key")).satisfies(refused(ErrorCode.VALIDATION));
        assertThatThrownBy(() -> remote.payments().pay(new PayCommand(user, "key", List.of(order), null)))
                .satisfies(refused(ErrorCode.VALIDATION));

        assertThat(money.balance(user)).isEqualTo(1_000);
    }

    private Replayable<PaymentView> pay(long user, String key, Long... orderIds) {
        return remote.payments().pay(new PayCommand(user, key, Arrays.asList(orderIds), PaymentMethod.WALLET));
    }
}
