package org.gomall.order.timeout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gomall.api.order.CancelReason;
import org.gomall.api.order.MarkPaidCommand;
import org.gomall.api.order.OrderAmount;
import org.gomall.api.order.OrderHistoryEntry;
import org.gomall.api.order.OrderPaymentService;
import org.gomall.api.order.OrderService;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.OrderView;
import org.gomall.api.order.OrdersTimeoutDue;
import org.gomall.order.orders.OrderState;
import org.gomall.order.testing.OrderTest;
import org.gomall.order.testing.Shop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OrderTest
class TimeoutTest {

    @Autowired
    OrderService orders;

    @Autowired
    OrderPaymentService payments;

    @Autowired
    Sweeper sweeper;

    @Autowired
    DueOrders due;

    @Autowired
    OrderTimeoutHandler handler;

    @Autowired
    Shop shop;

    @BeforeEach
    void sweepsOften() {
        shop.set("gomall.order.sweep-interval", "1s");
    }

    @AfterEach
    void everythingWorksAgain() {
        shop.stock.reset();
    }

    @Test
    void an_order_that_nobody_pays_is_cancelled_by_its_timer() {
        long user = shop.user();
        long sku = shop.sku(1, 500, 5);
        shop.set("gomall.order.pay-timeout", "2s");
        try {
            long orderId = place(user, sku);
            hideFromSweeper(orderId);
            shop.await(() -> shop.status(orderId).equals("CANCELLED"));
            OrderView order = orders.get(user, orderId);
            assertThat(order.cancelReason()).isEqualTo(CancelReason.TIMEOUT);
            assertThat(order.history().get(1).by()).isEqualTo("SYSTEM");
            assertThat(order.history().get(1).at())
                    .isAfterOrEqualTo(order.createdAt().plusSeconds(2));
            shop.await(() -> shop.stockOf(sku).equals("5/0/0"));
        } finally {
            shop.set("gomall.order.pay-timeout", "30m");
        }
    }

    @Test
    void the_sweeper_cancels_when_the_timer_message_is_lost() {
        long user = shop.user();
        long sku = shop.sku(1, 500, 5);
        long orderId = place(user, sku);
        // Its timer message comes in half an hour: for this test it never comes.
        expire(orderId);

        shop.await(() -> shop.status(orderId).equals("CANCELLED"));

        shop.await(() -> shop.stockOf(sku).equals("5/0/0"));
    }

    @Test
    void a_timer_that_comes_early_twice_or_too_late_does_no_harm() {
        long user = shop.user();
        long early = place(user, shop.sku(1, 500, 5));
        handler.handle(new OrdersTimeoutDue(List.of(early)));
        assertThat(shop.status(early)).isEqualTo("CREATED");

        long twice = place(user, shop.sku(1, 500, 5));
        hideFromSweeper(twice);
        expire(twice);
        handler.handle(new OrdersTimeoutDue(List.of(twice)));
        handler.handle(new OrdersTimeoutDue(List.of(twice)));
        assertThat(shop.status(twice)).isEqualTo("CANCELLED");

        long paid = place(user, shop.sku(1, 500, 5));
        payments.markPaid(new MarkPaidCommand(shop.number(), List.of(new OrderAmount(paid, 500))));
        handler.handle(new OrdersTimeoutDue(List.of(paid)));
        assertThat(shop.status(paid)).isEqualTo("PAID");
        handler.handle(new OrdersTimeoutDue(List.of(shop.number())));
    }

    @Test
    void an_order_that_fails_does_not_keep_the_others_waiting() {
        long user = shop.user();
        long stuck = place(user, shop.sku(1, 500, 5));
        long fine = place(user, shop.sku(1, 500, 5));
        shop.stock.refuseToRelease(stuck);
        expire(stuck);
        expire(fine);

        sweeper.sweep();

        shop.await(() -> shop.status(fine).equals("CANCELLED"));
        assertThat(shop.status(stuck)).isEqualTo("CREATED");
        shop.stock.reset();
        shop.sql("UPDATE orders SET sweep_at = NULL WHERE order_id = " + stuck);
        shop.await(() -> shop.status(stuck).equals("CANCELLED"));
    }

    @Test
    void two_sweepers_never_take_the_same_order() {
        long user = shop.user();
        long sku = shop.sku(1, 500, 100);
        List<Long> mine = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            mine.add(place(user, sku));
        }
        String ids = mine.toString().replace("[", "(").replace("]", ")");
        // SHIPPED orders, so that the real sweeper of this process has nothing to do with the result.
        shop.sql("UPDATE orders SET status = 'SHIPPED', payment_id = 1, expires_at = NULL WHERE order_id IN " + ids);
        shop.sql("UPDATE orders SET expires_at = UTC_TIMESTAMP(6) WHERE order_id IN " + ids);
        Callable<Object> claim = () -> due.claim(OrderState.SHIPPED, 5);

        List<Object> claimed = Shop.together(List.of(claim, claim, claim, claim, claim, claim));

        List<Object> all = new ArrayList<>();
        claimed.forEach(part -> all.addAll((List<?>) part));
        assertThat(all).doesNotHaveDuplicates();
        assertThat(due.claim(OrderState.SHIPPED, 100))
                .doesNotContainAnyElementsOf(all.stream().map(Long.class::cast).toList());
    }

    @Test
    void a_parcel_counts_as_received_and_then_as_complete_by_time() {
        long user = shop.user();
        long orderId = place(user, shop.sku(1, 500, 5));
        payments.markPaid(new MarkPaidCommand(shop.number(), List.of(new OrderAmount(orderId, 500))));
        shop.sql("UPDATE orders SET status = 'SHIPPED', expires_at = UTC_TIMESTAMP(6) WHERE order_id = " + orderId);

        shop.await(() -> shop.status(orderId).equals("RECEIVED"));
        expire(orderId);
        shop.await(() -> shop.status(orderId).equals("COMPLETED"));

        OrderView order = orders.get(user, orderId);
        assertThat(order.status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(order.expiresAt()).isNull();
        assertThat(order.history())
                .extracting(OrderHistoryEntry::by)
                .containsExactly("USER", "SYSTEM", "SYSTEM", "SYSTEM");
    }

    private long place(long user, long sku) {
        return orders.place(shop.buy(user, sku, 1)).value().orders().get(0).orderId();
    }

    private void expire(long orderId) {
        shop.sql("UPDATE orders SET expires_at = UTC_TIMESTAMP(6) WHERE order_id = " + orderId);
    }

    private void hideFromSweeper(long orderId) {
        shop.sql("UPDATE orders SET sweep_at = TIMESTAMPADD(HOUR, 1, UTC_TIMESTAMP(6)) WHERE order_id = " + orderId);
    }
}
