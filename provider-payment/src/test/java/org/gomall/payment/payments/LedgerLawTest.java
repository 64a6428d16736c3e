package org.gomall.payment.payments;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.order.RefundApproved;
import org.gomall.api.payment.PayCommand;
import org.gomall.api.payment.PaymentMethod;
import org.gomall.api.payment.PaymentService;
import org.gomall.api.payment.PaymentStatus;
import org.gomall.api.payment.PaymentView;
import org.gomall.api.payment.RefundService;
import org.gomall.api.payment.TopUpCommand;
import org.gomall.api.payment.WalletService;
import org.gomall.payment.ChannelHand;
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
    RefundService requests;

    @Autowired
    ChannelHand channel;

    @Autowired
    MoneyRows money;

    private final List<PaymentView> byCard = new ArrayList<>();

    @RepeatedTest(8)
    void any_sequence_of_top_ups_payments_by_wallet_and_card_and_refunds_keeps_the_books_balanced() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        long user = money.userWith(0);
        long card = channel.card(user, ChannelHand.LATE);
        byCard.clear();
        long expected = 0;
        List<PaymentView> refundable = new ArrayList<>();
        for (int step = 0; step < 40; step++) {
            switch (random.nextInt(5)) {
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
                case 2 -> payByCard(user, step, card, random);
                case 3 -> giveBackToCard(user, random);
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
        byCard.forEach(payment -> payments.get(user, payment.paymentId())
                .refunds()
                .forEach(refund -> channel.tellRefund(refund.refundId(), "DONE", refund.amountCents())));
        // The channel itself goes on meanwhile; the two figures change together, but are read one after the other.
        await().atMost(60, SECONDS)
                .untilAsserted(() -> byCard.forEach(payment -> {
                    PaymentView now = payments.get(user, payment.paymentId());
                    boolean captured =
                            now.status() == PaymentStatus.SUCCEEDED || now.status() == PaymentStatus.REFUNDED;
                    assertThat(owedByChannel(now))
                            .as("seed %d, payment %s", seed, now)
                            .isEqualTo(captured ? now.amountCents() - now.refundedCents() : 0);
                }));
    }

    /** Declined, captured, or cancelled and captured all the same. */
    private void payByCard(long user, int step, long card, Random random) {
        long cents = 1 + random.nextInt(5_000);
        long order = orders.order(user, cents, Mood.PAYABLE);
        PaymentView begun = channel.pay(user, card, "card-" + step, order).value();
        byCard.add(begun);
        if (random.nextInt(4) == 0) {
            payments.cancel(user, begun.paymentId());
        }
        channel.tell(begun.paymentId(), random.nextInt(4) == 0 ? "DECLINED" : "SUCCEEDED", cents);
    }

    /** A part of a payment by card goes back, or what the channel still works on is done. */
    private void giveBackToCard(long user, Random random) {
        if (byCard.isEmpty()) {
            return;
        }
        PaymentView payment =
                payments.get(user, byCard.get(random.nextInt(byCard.size())).paymentId());
        try {
            requests.refund(new RefundApproved(
                    orders.number(),
                    payment.orderIds().get(0),
                    payment.paymentId(),
                    user,
                    1 + random.nextInt((int) payment.amountCents()),
                    "law"));
        } catch (BusinessException nothingLeft) {
            assertThat(nothingLeft.error()).isEqualTo(ErrorCode.ILLEGAL_STATE);
        }
        payments.get(user, payment.paymentId()).refunds().stream()
                .filter(refund -> random.nextBoolean())
                .forEach(refund -> channel.tellRefund(refund.refundId(), "DONE", refund.amountCents()));
    }

    private long owedByChannel(PaymentView payment) {
        return -money.number(
                "SELECT COALESCE(SUM(amount_cents), 0) FROM ledger_entry WHERE account = 'CARD_CLEARING' AND"
                        + " (reference_id = ? OR reference_id IN (SELECT refund_id FROM refund WHERE payment_id = ?"
                        + " AND status = 'DONE'))",
                payment.paymentId(),
                payment.paymentId());
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
