package org.gomall.order.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Topics;
import org.gomall.api.order.MarkPaidCommand;
import org.gomall.api.order.MarkPaidOutcome;
import org.gomall.api.order.MarkPaidOutcome.Result;
import org.gomall.api.order.OrderAmount;
import org.gomall.api.order.OrderPaid;
import org.gomall.api.order.OrderPaymentService;
import org.gomall.api.order.OrderService;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.OrderView;
import org.gomall.api.order.PayableOrder;
import org.gomall.api.order.PaymentRefused;
import org.gomall.api.payment.PaymentSucceeded;
import org.gomall.order.testing.OrderTest;
import org.gomall.order.testing.Shop;
import org.gomall.platform.test.Heard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OrderTest
class PaymentsTest {

    @Autowired
    OrderService orders;

    @Autowired
    OrderPaymentService payments;

    @Autowired
    Shop shop;

    @Autowired
    Heard<OrderPaid> paid;

    @Autowired
    Heard<PaymentRefused> refused;

    @AfterEach
    void everythingWorksAgain() {
        shop.stock.reset();
    }

    @Test
    void tells_what_orders_cost_in_the_order_they_were_named() {
        long user = shop.user();
        OrderView cheap = place(user, shop.sku(1, 100, 5));
        OrderView dear = place(user, shop.sku(1, 900, 5));

        assertThat(payments.payable(user, List.of(dear.orderId(), cheap.orderId())))
                .containsExactly(new PayableOrder(dear.orderId(), 1, 900), new PayableOrder(cheap.orderId(), 1, 100));
    }

    @Test
    void orders_of_others_and_orders_that_do_not_wait_for_payment_are_not_payable() {
        long user = shop.user();
        OrderView own = place(user, shop.sku(1, 100, 5));
        OrderView strange = place(shop.user(), shop.sku(1, 100, 5));
        OrderView cancelled = place(user, shop.sku(1, 100, 5));
        orders.cancel(user, cancelled.orderId());

        Shop.refused(ErrorCode.NOT_FOUND, () -> payments.payable(user, List.of(own.orderId(), strange.orderId())));
        Shop.refused(
                ErrorCode.ILLEGAL_STATE, () -> payments.payable(user, List.of(own.orderId(), cancelled.orderId())));
        Shop.refused(ErrorCode.VALIDATION, () -> payments.payable(user, List.of()));
    }

    @Test
    void a_paid_order_sells_its_stock_at_once() {
        long user = shop.user();
        long sku = shop.sku(1, 500, 5);
        OrderView order = place(user, sku);
        long payment = shop.number();

        assertThat(markPaid(payment, order)).isEqualTo(Result.PAID);

        OrderView now = orders.get(user, order.orderId());
        assertThat(now.status()).isEqualTo(OrderStatus.PAID);
        assertThat(now.expiresAt()).isNull();
        assertThat(now.history()).hasSize(2);
        assertThat(shop.stockOf(sku)).isEqualTo("4/0/1");
        shop.await(
                () -> paid.matching(event -> event.orderId() == order.orderId()).size() == 1);
        assertThat(paid.matching(event -> event.orderId() == order.orderId())
                        .get(0)
                        .lines())
                .singleElement()
                .satisfies(line -> assertThat(line.skuId()).isEqualTo(sku));
    }

    @Test
    void is_paid_even_when_stock_does_not_answer() {
        long user = shop.user();
        OrderView order = place(user, shop.sku(1, 500, 5));
        shop.stock.fault(ErrorCode.TIMEOUT);

        assertThat(markPaid(shop.number(), order)).isEqualTo(Result.PAID);
    }

    @Test
    void the_same_news_again_changes_nothing() {
        long user = shop.user();
        long sku = shop.sku(1, 500, 5);
        OrderView order = place(user, sku);
        long payment = shop.number();
        Callable<Object> call = () -> markPaid(payment, order);

        assertThat(Shop.together(Collections.nCopies(10, call))).containsOnly(Result.PAID);
        assertThat(markPaid(payment, order)).isEqualTo(Result.PAID);

        assertThat(orders.get(user, order.orderId()).history()).hasSize(2);
        assertThat(shop.stockOf(sku)).isEqualTo("4/0/1");
        Shop.pause(500);
        assertThat(paid.matching(event -> event.orderId() == order.orderId())).hasSize(1);
    }

    @Test
    void a_shipped_order_still_answers_paid_for_its_own_payment() {
        OrderView order = place(shop.user(), shop.sku(1, 500, 5));
        long payment = shop.number();
        markPaid(payment, order);
        shop.sql("UPDATE orders SET status = 'SHIPPED' WHERE order_id = " + order.orderId());

        assertThat(markPaid(payment, order)).isEqualTo(Result.PAID);
    }

    @Test
    void money_that_an_order_cannot_take_is_refused_exactly_once() {
        long user = shop.user();
        OrderView cancelled = place(user, shop.sku(1, 500, 5));
        orders.cancel(user, cancelled.orderId());
        OrderView paidBefore = place(user, shop.sku(1, 500, 5));
        markPaid(shop.number(), paidBefore);
        OrderView open = place(user, shop.sku(1, 500, 5));

        refusedOnce(cancelled.orderId(), 500);
        refusedOnce(paidBefore.orderId(), 500);
        refusedOnce(open.orderId(), 499);
        refusedOnce(shop.number(), 500);

        assertThat(shop.status(open.orderId())).isEqualTo("CREATED");
        assertThat(shop.status(cancelled.orderId())).isEqualTo("CANCELLED");
    }

    private void refusedOnce(long orderId, long amount) {
        long payment = shop.number();
        OrderAmount wrong = new OrderAmount(orderId, amount);
        Callable<Object> call = () -> payments.markPaid(new MarkPaidCommand(payment, List.of(wrong)))
                .get(0)
                .result();

        assertThat(Shop.together(Collections.nCopies(5, call))).containsOnly(Result.REFUSED);

        shop.await(() -> !refusals(orderId, payment).isEmpty());
        Shop.pause(200);
        assertThat(refusals(orderId, payment)).containsExactly(new PaymentRefused(orderId, payment, amount));
    }

    @Test
    void each_order_of_a_payment_answers_for_itself() {
        long user = shop.user();
        OrderView good = place(user, shop.sku(1, 100, 5));
        OrderView cancelled = place(user, shop.sku(1, 200, 5));
        orders.cancel(user, cancelled.orderId());

        List<MarkPaidOutcome> outcomes = payments.markPaid(new MarkPaidCommand(
                shop.number(),
                List.of(new OrderAmount(cancelled.orderId(), 200), new OrderAmount(good.orderId(), 100))));

        assertThat(outcomes)
                .containsExactly(
                        new MarkPaidOutcome(cancelled.orderId(), Result.REFUSED),
                        new MarkPaidOutcome(good.orderId(), Result.PAID));
    }

    @Test
    void the_event_brings_the_money_when_the_call_did_not() {
        long user = shop.user();
        long sku = shop.sku(1, 500, 5);
        OrderView order = place(user, sku);

        shop.publish(
                Topics.PAYMENT,
                new PaymentSucceeded(shop.number(), user, List.of(new OrderAmount(order.orderId(), 500))));

        shop.await(() -> shop.status(order.orderId()).equals("PAID"));
        shop.await(() -> shop.stockOf(sku).equals("4/0/1"));
    }

    @Test
    void money_for_an_order_that_is_just_being_cancelled_waits_for_the_outcome() {
        long user = shop.user();
        OrderView order = place(user, shop.sku(1, 500, 5));
        long payment = shop.number();
        List<Result> meanwhile = new ArrayList<>();
        shop.stock.whileReleasing(() -> {
            meanwhile.add(markPaid(payment, order));
            shop.publish(
                    Topics.PAYMENT,
                    new PaymentSucceeded(payment, user, List.of(new OrderAmount(order.orderId(), 500))));
            Shop.pause(1000);
        });

        orders.cancel(user, order.orderId());

        assertThat(meanwhile).containsExactly(Result.LATER);
        shop.await(() -> refusals(order.orderId(), payment).size() == 1);
    }

    @Test
    void of_cancelling_and_paying_in_the_same_moment_one_wins_and_no_money_is_lost() {
        long user = shop.user();
        long sku = shop.sku(1, 500, 1000);
        int paidOrders = 0;
        for (int round = 0; round < 200; round++) {
            OrderView order = place(user, sku);
            long payment = shop.number();
            long jitter = round % 20;
            Callable<Object> cancel = () -> orders.cancel(user, order.orderId());
            Callable<Object> pay = () -> {
                Thread.sleep(jitter);
                return markPaid(payment, order);
            };
            Shop.together(List.of(cancel, pay));

            Result settled = markPaid(payment, order);
            boolean refusedRow = shop.count("SELECT COUNT(*) FROM refused_payment WHERE order_id = " + order.orderId()
                            + " AND payment_id = " + payment)
                    == 1;
            if (shop.status(order.orderId()).equals("PAID")) {
                paidOrders++;
                assertThat(settled).isEqualTo(Result.PAID);
                assertThat(refusedRow).isFalse();
            } else {
                assertThat(shop.status(order.orderId())).isEqualTo("CANCELLED");
                assertThat(settled).isEqualTo(Result.REFUSED);
                assertThat(refusedRow).isTrue();
            }
        }
        assertThat(paidOrders).as("both may win").isBetween(1, 199);
        assertThat(shop.stockOf(sku)).isEqualTo((1000 - paidOrders) + "/0/" + paidOrders);
    }

    private OrderView place(long user, long sku) {
        return orders.place(shop.buy(user, sku, 1)).value().orders().get(0);
    }

    private Result markPaid(long payment, OrderView order) {
        OrderAmount amount = new OrderAmount(order.orderId(), order.totalCents());
        return payments.markPaid(new MarkPaidCommand(payment, List.of(amount)))
                .get(0)
                .result();
    }

    private List<PaymentRefused> refusals(long orderId, long payment) {
        return refused.matching(event -> event.orderId() == orderId && event.paymentId() == payment);
    }
}
