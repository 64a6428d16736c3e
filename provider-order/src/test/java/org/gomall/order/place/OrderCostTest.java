package org.gomall.order.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gomall.api.order.CartLineCommand;
import org.gomall.api.order.CartOwner;
import org.gomall.api.order.CartService;
import org.gomall.api.order.MarkPaidCommand;
import org.gomall.api.order.OrderAmount;
import org.gomall.api.order.OrderPaymentService;
import org.gomall.api.order.OrderService;
import org.gomall.api.order.OrderView;
import org.gomall.api.order.PlaceOrderCommand;
import org.gomall.api.order.PurchaseLine;
import org.gomall.order.testing.OrderTest;
import org.gomall.order.testing.Shop;
import org.gomall.platform.test.SentStatements;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What an order costs here: every statement, every round trip to the coordinator and every call. Who makes it dearer changes
 * this test, and docs/order-cost.md with it.
 */
@OrderTest
class OrderCostTest {

    @Autowired
    OrderService orders;

    @Autowired
    OrderPaymentService payments;

    @Autowired
    CartService carts;

    @Autowired
    Shop shop;

    @Test
    void an_order_of_one_line() {
        long user = shop.user();
        PlaceOrderCommand command = shop.buy(user, shop.sku(shop.number(), 500, 9), 1);

        assertThat(ours(() -> orders.place(command)))
                .containsExactly(
                        "SELECT order_set",
                        "CALL CatalogueService.skus",
                        "CALL AddressService.get",
                        "TC begin",
                        "TC branchRegister",
                        "INSERT tcc_fence_log, INSERT order_set, INSERT orders, INSERT order_item, COMMIT",
                        "CALL StockReservationService.reserve",
                        "TC commit",
                        "TC branchCommit",
                        "UPDATE tcc_fence_log, UPDATE order_set, INSERT order_history, INSERT outbox, COMMIT");
    }

    @Test
    void an_order_of_three_lines_of_two_shops() {
        long user = shop.user();
        long first = shop.number();
        PlaceOrderCommand command = shop.buy(
                user,
                "k",
                List.of(
                        new PurchaseLine(shop.sku(first, 500, 9), 1),
                        new PurchaseLine(shop.sku(first, 700, 9), 2),
                        new PurchaseLine(shop.sku(shop.number(), 900, 9), 1)));

        assertThat(ours(() -> orders.place(command)))
                .containsExactly(
                        "SELECT order_set",
                        "CALL CatalogueService.skus",
                        "CALL AddressService.get",
                        "TC begin",
                        "TC branchRegister",
                        "INSERT tcc_fence_log, INSERT order_set, INSERT orders, INSERT order_item, COMMIT",
                        "CALL StockReservationService.reserve",
                        "TC commit",
                        "TC branchCommit",
                        "UPDATE tcc_fence_log, UPDATE order_set, INSERT order_history, INSERT outbox, COMMIT");
    }

    @Test
    void an_order_of_the_cart_reads_and_empties_it() {
        long user = shop.user();
        carts.add(CartOwner.user(user), new CartLineCommand(shop.sku(shop.number(), 500, 9), 1));
        PlaceOrderCommand command = shop.buyCart(user);

        assertThat(ours(() -> orders.place(command)))
                .contains(
                        "SELECT cart_line",
                        "UPDATE tcc_fence_log, UPDATE order_set, INSERT order_history, DELETE orders, INSERT outbox,"
                                + " COMMIT")
                .hasSize(11);
    }

    @Test
    void a_payment_asks_and_tells() {
        long user = shop.user();
        OrderView order = orders.place(shop.buy(user, shop.sku(shop.number(), 500, 9), 1))
                .value()
                .orders()
                .get(0);
        MarkPaidCommand paid =
                new MarkPaidCommand(shop.number(), List.of(new OrderAmount(order.orderId(), order.totalCents())));

        assertThat(ours(() -> payments.payable(user, List.of(order.orderId())))).containsExactly("SELECT orders");
        assertThat(ours(() -> payments.markPaid(paid)))
                .containsExactly(
                        "SELECT orders, UPDATE orders, INSERT order_history, SELECT order_item, INSERT outbox, COMMIT",
                        "CALL StockReservationService.sell");
        // The event says the same once more.
        assertThat(ours(() -> payments.markPaid(paid))).containsExactly("SELECT orders, COMMIT");
    }

    /** Without what the stand-in of provider-stock does in this process: its branch is counted in provider-stock. */
    private static List<String> ours(Runnable work) {
        List<String> sent = SentStatements.during(work);
        List<String> ours = new java.util.ArrayList<>(
                sent.stream().filter(line -> !line.contains("fake_")).toList());
        int call = ours.indexOf("CALL StockReservationService.reserve");
        if (call >= 0) {
            ours.remove(call + 1);
            ours.remove(ours.lastIndexOf("TC branchCommit"));
        }
        return ours;
    }
}
