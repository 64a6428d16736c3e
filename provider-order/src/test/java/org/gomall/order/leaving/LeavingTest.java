package org.gomall.order.leaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Topics;
import org.gomall.api.order.CancelReason;
import org.gomall.api.order.CartLineCommand;
import org.gomall.api.order.CartOwner;
import org.gomall.api.order.CartService;
import org.gomall.api.order.LeavingOrderService;
import org.gomall.api.order.MarkPaidCommand;
import org.gomall.api.order.OrderAmount;
import org.gomall.api.order.OrderPaymentService;
import org.gomall.api.order.OrderService;
import org.gomall.api.order.OrderView;
import org.gomall.api.order.RefundRequestService;
import org.gomall.api.order.RequestRefundCommand;
import org.gomall.api.order.UpdateOrderCommand;
import org.gomall.api.user.AccountClosed;
import org.gomall.order.testing.OrderTest;
import org.gomall.order.testing.Shop;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of orders whose shopper leaves. */
@OrderTest
class LeavingTest {

    @Autowired
    LeavingOrderService leaving;

    @Autowired
    OrderService orders;

    @Autowired
    OrderPaymentService payments;

    @Autowired
    RefundRequestService refunds;

    @Autowired
    CartService carts;

    @Autowired
    Shop shop;

    @Test
    void unpaid_orders_are_cancelled_in_the_name_of_the_user() {
        long user = shop.user();
        long sku = shop.sku(1, 500, 5);
        long first = place(user, sku);
        long second = place(user, sku);

        leaving.settle(user);
        leaving.settle(user);

        assertThat(List.of(shop.status(first), shop.status(second))).containsOnly("CANCELLED");
        assertThat(orders.get(user, first).cancelReason()).isEqualTo(CancelReason.USER);
        assertThat(shop.stockOf(sku)).isEqualTo("5/0/0");
    }

    @Test
    void a_paid_order_keeps_the_user_here_and_nothing_is_cancelled() {
        long user = shop.user();
        long sku = shop.sku(1, 500, 5);
        long unpaid = place(user, sku);
        long paid = place(user, sku);
        pay(user, paid);

        BusinessException refusal = Shop.refused(ErrorCode.ILLEGAL_STATE, () -> {
            leaving.settle(user);
            return null;
        });

        assertThat(refusal.details())
                .containsEntry("reason", "OPEN_ORDERS")
                .containsEntry("orderIds", List.of("" + paid));
        assertThat(leaving.open(user)).containsExactly(paid);
        assertThat(shop.status(unpaid)).isEqualTo("CREATED");
        for (String open : List.of("SHIPPED", "REFUNDING")) {
            shop.sql("UPDATE orders SET status = '" + open + "' WHERE order_id = " + paid);
            assertThat(leaving.open(user)).as(open).containsExactly(paid);
        }
        for (String over : List.of("RECEIVED", "COMPLETED", "REFUNDED")) {
            String back = over.equals("REFUNDED") ? "total_cents" : "0";
            shop.sql("UPDATE orders SET status = '" + over + "', refunded_cents = " + back + " WHERE order_id = "
                    + paid);
            assertThat(leaving.open(user)).as(over).isEmpty();
        }
    }

    @Test
    void afterwards_orders_know_nobody_and_the_cart_is_gone() {
        long user = shop.user();
        long sku = shop.sku(1, 500, 50);
        long paid = place(user, sku);
        pay(user, paid);
        orders.update(new UpdateOrderCommand(user, paid, null, "leave it with Ann next door"));
        shop.sql("UPDATE orders SET status = 'RECEIVED' WHERE order_id = " + paid);
        // In flight when the account was closed.
        long unpaid = place(user, sku);
        carts.add(CartOwner.user(user), new CartLineCommand(sku, 2));
        long stranger = shop.user();
        long others = place(stranger, sku);
        carts.add(CartOwner.user(stranger), new CartLineCommand(sku, 2));

        shop.publish(Topics.USER, new AccountClosed(user));
        shop.publish(Topics.USER, new AccountClosed(user));

        shop.await(() -> shop.status(unpaid).equals("CANCELLED") && named(user) == 0 && cartLines(user) == 0);
        assertThat(orders.get(user, paid).totalCents()).isPositive();
        assertThat(orders.get(user, paid).note()).isNull();
        assertThat(shop.status(others)).isEqualTo("CREATED");
        assertThat(named(stranger)).isEqualTo(1);
        assertThat(cartLines(stranger)).isEqualTo(1);
    }

    @Test
    void what_was_asked_back_stays_without_the_words_of_the_shopper() {
        long user = shop.user();
        long stranger = shop.user();
        long sku = shop.sku(1, 500, 50);
        long order = refunded(user, sku);
        refunded(stranger, sku);

        shop.publish(Topics.USER, new AccountClosed(user));
        shop.publish(Topics.USER, new AccountClosed(user));

        shop.await(() -> complaints(user) == 0);
        assertThat(complaints(stranger)).isEqualTo(1);
        assertThat(orders.get(user, order).refunds()).singleElement().satisfies(refund -> {
            assertThat(refund.amountCents()).isPositive();
            assertThat(refund.reason()).isEqualTo("-");
        });
    }

    private long refunded(long user, long sku) {
        long order = place(user, sku);
        pay(user, order);
        refunds.request(new RequestRefundCommand(user, order, "key", "Ann next door broke it", null));
        return order;
    }

    private long complaints(long user) {
        return shop.count("SELECT COUNT(*) FROM refund_request WHERE reason LIKE '%Ann%' AND user_id = " + user)
                + shop.count("SELECT COUNT(*) FROM refund_history h JOIN refund_request r ON r.refund_id = h.refund_id"
                        + " WHERE h.reason LIKE '%Ann%' AND r.user_id = " + user);
    }

    private long named(long user) {
        return shop.count("SELECT COUNT(*) FROM orders WHERE user_id = " + user
                + " AND (receiver <> '-' OR phone <> '-' OR street <> '-' OR zip IS NOT NULL OR note IS NOT NULL)");
    }

    private long cartLines(long user) {
        return shop.count("SELECT COUNT(*) FROM cart_line WHERE owner = 'u:" + user + "'");
    }

    private long place(long user, long sku) {
        return orders.place(shop.buy(user, sku, 1)).value().orders().get(0).orderId();
    }

    private void pay(long user, long orderId) {
        OrderView order = orders.get(user, orderId);
        payments.markPaid(new MarkPaidCommand(shop.number(), List.of(new OrderAmount(orderId, order.totalCents()))));
    }
}
