package org.gomall.payment.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gomall.api.common.BusinessException;
import org.gomall.api.payment.PayCommand;
import org.gomall.api.payment.PaymentMethod;
import org.gomall.api.payment.PaymentService;
import org.gomall.api.payment.PaymentView;
import org.gomall.api.payment.TopUpCommand;
import org.gomall.api.payment.WalletService;
import org.gomall.payment.FakeOrders;
import org.gomall.payment.FakeOrders.Mood;
import org.gomall.payment.MoneyRows;
import org.gomall.payment.PaymentTest;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The law of the books: whatever happens in whatever order, a balance is the sum of its entries, and all sum up to 0. */
@PaymentTest
class LedgerLawTest {

    @Autowired
    PaymentService payments;

    @Autowired
    WalletService wallets;

    @Autowired
    Refunds refunds;

    @Autowired
    FakeOrders orders;

    @Autowired
    MoneyRows money;

    @RepeatedTest(8)
    void any_sequence_of_top_ups_payments_and_refunds_keeps_the_books_balanced() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        long user = money.userWith(0);
        long expected = 0;
        List<PaymentView> refundable = new ArrayList<>();
        for (int step = 0; step < 40; step++) {
            switch (random.nextInt(3)) {
                case 0 -> {
                    long cents = 1 + random.nextInt(10_000);
                    wallets.topUp(new TopUpCommand(user, "topup-" + step, cents));
                    expected += cents;
                }
                case 1 -> {
                    PaymentView paid = tryToPay(user, step, random);
                    expected -= paid == null ? 0 : paid.amountCents() - paid.refundedCents();
                    if (paid != null && paid.refundedCents() == 0) {
                        refundable.add(paid);
                    }
                }
                default -> {
                    if (!refundable.isEmpty()) {
                        PaymentView payment = refundable.remove(random.nextInt(refundable.size()));
                        payment.orderIds().forEach(order -> refunds.latePayment(payment.paymentId(), order));
                        refunds.latePayment(
                                payment.paymentId(), payment.orderIds().get(0));
                        expected += payment.amountCents();
                    }
                }
            }
            assertThat(money.balance(user)).as("seed %d, step %d", seed, step).isEqualTo(expected);
            assertThat(expected).isNotNegative();
        }
        money.assertBooksBalance(user);
    }

    private PaymentView tryToPay(long user, int step, Random random) {
        Mood mood = random.nextInt(4) == 0 ? Mood.CANCELLED_MEANWHILE : Mood.PAYABLE;
        List<Long> orderIds = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            orderIds.add(orders.order(user, random.nextInt(5_000), mood));
        }
        try {
            return payments.pay(new PayCommand(user, "pay-" + step, orderIds, PaymentMethod.WALLET))
                    .value();
        } catch (BusinessException tooLittleMoney) {
            return null;
        }
    }
}
