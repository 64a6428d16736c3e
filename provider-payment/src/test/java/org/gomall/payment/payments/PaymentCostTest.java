package org.gomall.payment.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gomall.api.payment.PayCommand;
import org.gomall.api.payment.PaymentMethod;
import org.gomall.api.payment.PaymentService;
import org.gomall.payment.FakeOrders;
import org.gomall.payment.FakeOrders.Mood;
import org.gomall.payment.MoneyRows;
import org.gomall.payment.PaymentTest;
import org.gomall.platform.test.SentStatements;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a payment costs here, see docs/order-cost.md; who makes it dearer changes this test. */
@PaymentTest
class PaymentCostTest {

    @Autowired
    PaymentService payments;

    @Autowired
    FakeOrders orders;

    @Autowired
    MoneyRows money;

    @Test
    void a_payment_out_of_the_wallet() {
        long user = money.userWith(1_000);
        List<Long> order = List.of(orders.order(user, 300, Mood.PAYABLE));
        PayCommand command = new PayCommand(user, "key", order, PaymentMethod.WALLET, null);

        assertThat(SentStatements.during(() -> payments.pay(command)))
                .containsExactly(
                        "CALL OrderPaymentService.payable",
                        "UPDATE wallet, INSERT ledger_entry, INSERT idempotency, INSERT payment,"
                                + " INSERT payment_history, INSERT payment_order, INSERT outbox, COMMIT",
                        "CALL OrderPaymentService.markPaid");
    }
}
