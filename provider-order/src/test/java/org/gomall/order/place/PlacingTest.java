package org.gomall.order.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Replayable;
import org.gomall.api.order.CartLineCommand;
import org.gomall.api.order.CartLineView;
import org.gomall.api.order.CartOwner;
import org.gomall.api.order.CartService;
import org.gomall.api.order.MerchantOrderService;
import org.gomall.api.order.OrderHistoryEntry;
import org.gomall.api.order.OrderPaymentService;
import org.gomall.api.order.OrderQuery;
import org.gomall.api.order.OrderService;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.OrderView;
import org.gomall.api.order.OrdersCreated;
import org.gomall.api.order.PlaceOrderCommand;
import org.gomall.api.order.PlacedOrders;
import org.gomall.api.order.PurchaseLine;
import org.gomall.order.testing.OrderTest;
import org.gomall.order.testing.Shop;
import org.gomall.platform.test.Heard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OrderTest
class PlacingTest {

    @Autowired
    OrderService orders;

    @Autowired
    MerchantOrderService merchant;

    @Autowired
    OrderPaymentService payments;

    @Autowired
    CartService carts;

    @Autowired
    Shop shop;

    @Autowired
    Heard<OrdersCreated> created;

    @AfterEach
    void everythingWorksAgain() {
        shop.stock.reset();
        shop.catalogue.away(false);
    }

    @Test
    void places_one_order_per_shop_and_reserves_their_stock() {
        long user = shop.user();
        long shopA = shop.number();
        long shopB = shop.number();
        long mug = shop.sku(shopA, 1200, 5);
        long lamp = shop.sku(shopB, 9900, 5);

        Replayable<PlacedOrders> placed =
                orders.place(shop.buy(user, "k", List.of(new PurchaseLine(mug, 2), new PurchaseLine(lamp, 1))));

        assertThat(placed.replayed()).isFalse();
        assertThat(placed.value().totalCents()).isEqualTo(2 * 1200 + 9900);
        assertThat(placed.value().orders()).extracting(OrderView::shopId).containsExactly(shopA, shopB);
        OrderView first = placed.value().orders().get(0);
        assertThat(first.status()).isEqualTo(OrderStatus.CREATED);
        assertThat(first.totalCents()).isEqualTo(2400);
        assertThat(first.items()).singleElement().satisfies(item -> {
            assertThat(item.quantity()).isEqualTo(2);
            assertThat(item.specs()).containsExactly(Map.entry("size", "XL"), Map.entry("colour", "black"));
        });
        assertThat(Duration.between(first.createdAt(), first.expiresAt()))
                .isBetween(Duration.ofMinutes(29), Duration.ofMinutes(31));
        assertThat(shop.stockOf(mug)).isEqualTo("3/2/0");
        assertThat(shop.stockOf(lamp)).isEqualTo("4/1/0");
        OrderView stored = orders.get(user, first.orderId());
        assertThat(stored.history()).singleElement().satisfies(entry -> assertThat(entry)
                .extracting(OrderHistoryEntry::from, OrderHistoryEntry::to, OrderHistoryEntry::by)
                .containsExactly(null, OrderStatus.CREATED, "USER"));
        assertThat(stored).usingRecursiveComparison().ignoringFields("history").isEqualTo(first);
        shop.await(() -> created.matching(event -> event.orders()
                                .equals(placed.value().orders().stream()
                                        .map(order -> new OrdersCreated.Created(
                                                order.orderId(), user, order.shopId(), order.totalCents()))
                                        .toList()))
                        .size()
                == 1);
    }

    @Test
    void a_repeated_request_gets_the_first_result_and_does_nothing() {
        long user = shop.user();
        long sku = shop.sku(1, 500, 9);
        PlaceOrderCommand command = shop.buy(user, sku, 2);

        Replayable<PlacedOrders> first = orders.place(command);
        long rows = shop.rowsOf(user);
        Replayable<PlacedOrders> second = orders.place(command);

        assertThat(second.replayed()).isTrue();
        assertThat(second.value()).isEqualTo(first.value());
        assertThat(shop.rowsOf(user)).isEqualTo(rows);
        assertThat(shop.stockOf(sku)).isEqualTo("7/2/0");
    }

    @Test
    void a_key_that_was_used_for_something_else_is_refused() {
        long user = shop.user();
        long sku = shop.sku(1, 500, 9);
        orders.place(shop.buy(user, "same", List.of(new PurchaseLine(sku, 1))));

        Shop.refused(
                ErrorCode.IDEMPOTENCY_KEY_REUSED,
                () -> orders.place(shop.buy(user, "same", List.of(new PurchaseLine(sku, 2)))));
        assertThat(shop.stockOf(sku)).isEqualTo("8/1/0");
    }

    @Test
    void two_users_may_use_the_same_key() {
        long sku = shop.sku(1, 500, 9);
        orders.place(shop.buy(shop.user(), "shared", List.of(new PurchaseLine(sku, 1))));
        assertThat(orders.place(shop.buy(shop.user(), "shared", List.of(new PurchaseLine(sku, 1))))
                        .replayed())
                .isFalse();
    }

    @Test
    void fifty_equal_requests_at_once_place_one_set_of_orders() {
        long user = shop.user();
        long sku = shop.sku(1, 500, 100);
        PlaceOrderCommand command = shop.buy(user, sku, 2);
        Callable<Replayable<PlacedOrders>> call = () -> orders.place(command);

        List<Object> results = Shop.together(Collections.nCopies(50, call));

        assertThat(results).allMatch(Replayable.class::isInstance);
        assertThat(results.stream()
                        .map(result -> ((Replayable<?>) result).value())
                        .distinct())
                .hasSize(1);
        assertThat(results.stream().filter(result -> !((Replayable<?>) result).replayed()))
                .hasSize(1);
        assertThat(shop.count("SELECT COUNT(*) FROM orders WHERE user_id = " + user))
                .isEqualTo(1);
        assertThat(shop.stockOf(sku)).isEqualTo("98/2/0");
        noFenceIsOpen();
    }

    @Test
    void a_request_behind_one_without_an_end_is_told_to_repeat() {
        long user = shop.user();
        long sku = shop.sku(1, 500, 9);
        PlaceOrderCommand command = shop.buy(user, sku, 1);
        shop.sql("INSERT INTO order_set VALUES (%d, %d, '%s', '%s', 'PENDING', 500, UTC_TIMESTAMP(6))"
                .formatted(shop.number(), user, command.idempotencyKey(), RequestHash.of(command)));
        long start = System.nanoTime();

        Shop.refused(ErrorCode.TIMEOUT, () -> orders.place(command));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(3));
        assertThat(shop.stockOf(sku)).isEqualTo("9/0/0");
    }

    @Test
    void nobody_sees_orders_before_the_transaction_has_committed() {
        long user = shop.user();
        long shopId = shop.number();
        long sku = shop.sku(shopId, 500, 9);
        shop.stock.whileReserving(() -> {
            long orderId = shop.count("SELECT order_id FROM orders WHERE status = 'PLACING' AND user_id = " + user);
            assertThat(orders.list(new OrderQuery(user, null, 1, 20)).total()).isZero();
            assertThat(orders.list(new OrderQuery(user, null, 1, 20)).items()).isEmpty();
            assertThat(merchant.list(new OrderQuery(shopId, null, 1, 20)).items())
                    .isEmpty();
            Shop.refused(ErrorCode.NOT_FOUND, () -> orders.get(user, orderId));
            Shop.refused(ErrorCode.NOT_FOUND, () -> merchant.get(shopId, orderId));
            Shop.refused(ErrorCode.NOT_FOUND, () -> orders.cancel(user, orderId));
            Shop.refused(ErrorCode.NOT_FOUND, () -> payments.payable(user, List.of(orderId)));
        });

        assertThat(orders.place(shop.buy(user, sku, 1)).value().orders()).hasSize(1);
    }

    @Test
    void a_total_other_than_expected_is_refused_with_the_new_one() {
        long user = shop.user();
        long sku = shop.sku(1, 500, 9);
        PlaceOrderCommand command =
                new PlaceOrderCommand(user, "k", List.of(new PurchaseLine(sku, 2)), false, user, 999L, null);

        BusinessException refusal = Shop.refused(ErrorCode.TOTAL_CHANGED, () -> orders.place(command));

        assertThat(refusal.details()).containsEntry("totalCents", 1000L);
        nothingHappened(user, sku, 9);
    }

    @Test
    void what_is_out_of_stock_is_refused_as_a_whole() {
        long user = shop.user();
        long plenty = shop.sku(1, 500, 9);
        long scarce = shop.sku(2, 500, 1);

        BusinessException refusal = Shop.refused(
                ErrorCode.OUT_OF_STOCK,
                () -> orders.place(
                        shop.buy(user, "k", List.of(new PurchaseLine(plenty, 1), new PurchaseLine(scarce, 2)))));

        assertThat(refusal.details()).containsEntry("skuId", scarce).containsEntry("available", 1);
        nothingHappened(user, plenty, 9);
        nothingHappened(user, scarce, 1);
    }

    @Test
    void a_key_is_free_again_after_a_refusal() {
        long user = shop.user();
        long sku = shop.sku(1, 500, 0);
        PlaceOrderCommand command = shop.buy(user, sku, 1);
        Shop.refused(ErrorCode.OUT_OF_STOCK, () -> orders.place(command));
        shop.pieces(sku, 1);

        assertThat(orders.place(command).replayed()).isFalse();
    }

    @Test
    void unknown_and_withdrawn_skus_and_strange_addresses_are_not_found() {
        long user = shop.user();
        long stranger = shop.user();
        long sku = shop.sku(1, 500, 9);
        long withdrawn = shop.sku(1, 500, 9);
        shop.catalogue.withdraw(withdrawn);

        Shop.refused(ErrorCode.NOT_FOUND, () -> orders.place(shop.buy(user, shop.number(), 1)));
        Shop.refused(ErrorCode.NOT_FOUND, () -> orders.place(shop.buy(user, withdrawn, 1)));
        Shop.refused(
                ErrorCode.NOT_FOUND,
                () -> orders.place(new PlaceOrderCommand(
                        user, "k", List.of(new PurchaseLine(sku, 1)), false, stranger, null, null)));
        nothingHappened(user, sku, 9);
    }

    @Test
    void a_dead_neighbour_is_told_quickly_and_leaves_nothing() {
        long user = shop.user();
        long sku = shop.sku(1, 500, 9);
        long start = System.nanoTime();

        shop.stock.fault(ErrorCode.UNAVAILABLE);
        Shop.refused(ErrorCode.UNAVAILABLE, () -> orders.place(shop.buy(user, sku, 1)));
        shop.stock.fault(ErrorCode.TIMEOUT);
        Shop.refused(ErrorCode.UNAVAILABLE, () -> orders.place(shop.buy(user, sku, 1)));
        shop.stock.reset();
        shop.catalogue.away(true);
        Shop.refused(ErrorCode.UNAVAILABLE, () -> orders.place(shop.buy(user, sku, 1)));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        nothingHappened(user, sku, 9);
    }

    @Test
    void the_failure_switch_fails_the_order_after_its_stock_was_reserved_and_nothing_is_left() {
        long user = shop.user();
        long sku = shop.sku(1, 500, 9);
        shop.set("gomall.order.fail-after-reserve", "100");
        try {
            Shop.refused(ErrorCode.INTERNAL, () -> orders.place(shop.buy(user, sku, 4)));
            nothingHappened(user, sku, 9);
        } finally {
            shop.set("gomall.order.fail-after-reserve", "0");
        }
        assertThat(orders.place(shop.buy(user, sku, 4)).value().orders()).hasSize(1);
    }

    @Test
    void a_cart_order_removes_what_it_bought_and_nothing_else() {
        long user = shop.user();
        CartOwner cart = CartOwner.user(user);
        long bought = shop.sku(1, 500, 9);
        long grown = shop.sku(1, 700, 9);
        long unselected = shop.sku(1, 900, 9);
        carts.add(cart, new CartLineCommand(bought, 2));
        carts.add(cart, new CartLineCommand(grown, 1));
        carts.add(cart, new CartLineCommand(unselected, 1));
        carts.set(cart, new org.gomall.api.order.SetCartLineCommand(unselected, null, false));
        // Somebody puts more into the cart while the order is on its way: the order keeps the lines it began with.
        shop.stock.whileReserving(() -> carts.add(cart, new CartLineCommand(grown, 3)));

        PlacedOrders placed = orders.place(shop.buyCart(user)).value();

        assertThat(placed.totalCents()).isEqualTo(2 * 500 + 700);
        assertThat(carts.view(cart).items())
                .extracting(CartLineView::skuId, CartLineView::quantity)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(grown, 3),
                        org.assertj.core.groups.Tuple.tuple(unselected, 1));
    }

    @Test
    void a_cart_order_that_is_refused_leaves_the_cart_alone() {
        long user = shop.user();
        long sku = shop.sku(1, 500, 1);
        carts.add(CartOwner.user(user), new CartLineCommand(sku, 2));

        Shop.refused(ErrorCode.OUT_OF_STOCK, () -> orders.place(shop.buyCart(user)));

        assertThat(carts.view(CartOwner.user(user)).count()).isEqualTo(2);
        nothingHappened(user, sku, 1);
    }

    @Test
    void a_repeated_cart_order_is_not_about_the_cart_of_today() {
        long user = shop.user();
        long sku = shop.sku(1, 500, 9);
        carts.add(CartOwner.user(user), new CartLineCommand(sku, 2));
        PlaceOrderCommand command = shop.buyCart(user);
        PlacedOrders first = orders.place(command).value();

        assertThat(orders.place(command)).isEqualTo(Replayable.again(first));
        Shop.refused(ErrorCode.VALIDATION, () -> orders.place(shop.buyCart(user)));
    }

    @Test
    void many_shoppers_never_buy_more_than_there_is() {
        long sku = shop.sku(1, 500, 10);
        Callable<Object> call = () -> orders.place(shop.buy(shop.user(), sku, 1));

        List<Object> results = Shop.together(Collections.nCopies(30, call));

        assertThat(results.stream().filter(Replayable.class::isInstance)).hasSize(10);
        assertThat(results.stream()
                        .filter(BusinessException.class::isInstance)
                        .map(refusal -> ((BusinessException) refusal).error()))
                .hasSize(20)
                .containsOnly(ErrorCode.OUT_OF_STOCK);
        assertThat(shop.stockOf(sku)).isEqualTo("0/10/0");
        noFenceIsOpen();
    }

    @Test
    void the_time_to_pay_follows_the_live_setting_for_new_orders_only() {
        long user = shop.user();
        long sku = shop.sku(1, 500, 9);
        OrderView before = orders.place(shop.buy(user, sku, 1)).value().orders().get(0);
        shop.set("gomall.order.pay-timeout", "2h");
        try {
            OrderView after =
                    orders.place(shop.buy(user, sku, 1)).value().orders().get(0);
            assertThat(Duration.between(after.createdAt(), after.expiresAt()))
                    .isBetween(Duration.ofMinutes(119), Duration.ofMinutes(121));
            Instant promised = orders.get(user, before.orderId()).expiresAt();
            assertThat(promised).isEqualTo(before.expiresAt());
        } finally {
            shop.set("gomall.order.pay-timeout", "30m");
        }
    }

    private void nothingHappened(long user, long sku, int pieces) {
        assertThat(shop.rowsOf(user)).isZero();
        assertThat(shop.stockOf(sku)).isEqualTo(pieces + "/0/0");
    }

    private void noFenceIsOpen() {
        shop.await(() -> shop.count("SELECT COUNT(*) FROM tcc_fence_log WHERE status = 1") == 0);
    }
}
