package org.gomall.order.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Page;
import org.gomall.api.order.MarkPaidCommand;
import org.gomall.api.order.MerchantOrderService;
import org.gomall.api.order.OrderAmount;
import org.gomall.api.order.OrderHistoryEntry;
import org.gomall.api.order.OrderPaymentService;
import org.gomall.api.order.OrderQuery;
import org.gomall.api.order.OrderService;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.OrderView;
import org.gomall.api.order.ShipCommand;
import org.gomall.api.order.UpdateOrderCommand;
import org.gomall.api.user.AddressView;
import org.gomall.api.user.PrivilegedAct;
import org.gomall.order.testing.OrderTest;
import org.gomall.order.testing.Shop;
import org.gomall.platform.test.Heard;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OrderTest
class OrderDeskTest {

    @Autowired
    OrderService orders;

    @Autowired
    MerchantOrderService merchant;

    @Autowired
    OrderPaymentService payments;

    @Autowired
    Heard<PrivilegedAct> acts;

    @Autowired
    Shop shop;

    @Test
    void goes_from_the_shop_to_the_shopper() {
        long user = shop.user();
        long shopId = shop.number();
        long orderId = paid(user, shopId);

        OrderView shipped = merchant.ship(new ShipCommand(shopId, orderId, "SF Express", "SF123", Shop.MERCHANT));
        assertThat(shipped.status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(shipped.carrier()).isEqualTo("SF Express");
        assertThat(shipped.trackingNo()).isEqualTo("SF123");
        assertThat(shop.count("SELECT TIMESTAMPDIFF(HOUR, UTC_TIMESTAMP(6), expires_at) FROM orders WHERE order_id = "
                        + orderId))
                .isEqualTo(Duration.ofDays(10).toHours() - 1);

        shop.await(() ->
                !acts.matching(act -> act.subject().equals("order:" + orderId)).isEmpty());
        assertThat(acts.matching(act -> act.subject().equals("order:" + orderId)))
                .singleElement()
                .satisfies(act -> assertThat(act.action()).isEqualTo("order.ship"));

        OrderView received = orders.receive(user, orderId);
        assertThat(received.status()).isEqualTo(OrderStatus.RECEIVED);
        assertThat(received.expiresAt()).isNull();
        assertThat(received.history())
                .extracting(OrderHistoryEntry::to, OrderHistoryEntry::by)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(OrderStatus.CREATED, "USER"),
                        org.assertj.core.groups.Tuple.tuple(OrderStatus.PAID, "SYSTEM"),
                        org.assertj.core.groups.Tuple.tuple(OrderStatus.SHIPPED, "MERCHANT"),
                        org.assertj.core.groups.Tuple.tuple(OrderStatus.RECEIVED, "USER"));
    }

    @Test
    void steps_out_of_turn_are_refused() {
        long user = shop.user();
        long shopId = shop.number();
        long created = created(user, shopId);
        long paid = paid(user, shopId);

        Shop.refused(
                ErrorCode.ILLEGAL_STATE,
                () -> merchant.ship(new ShipCommand(shopId, created, "SF", "SF123", Shop.MERCHANT)));
        Shop.refused(ErrorCode.ILLEGAL_STATE, () -> orders.receive(user, created));
        Shop.refused(ErrorCode.ILLEGAL_STATE, () -> orders.receive(user, paid));
        Shop.refused(ErrorCode.ILLEGAL_STATE, () -> orders.cancel(user, paid));
        merchant.ship(new ShipCommand(shopId, paid, "SF", "SF123", Shop.MERCHANT));
        Shop.refused(
                ErrorCode.ILLEGAL_STATE,
                () -> merchant.ship(new ShipCommand(shopId, paid, "SF", "SF123", Shop.MERCHANT)));
    }

    @Test
    void of_many_shipments_at_once_one_happens() {
        long user = shop.user();
        long shopId = shop.number();
        long orderId = paid(user, shopId);
        Callable<Object> ship = () -> merchant.ship(new ShipCommand(shopId, orderId, "SF", "SF123", Shop.MERCHANT));

        List<Object> results = Shop.together(Collections.nCopies(10, ship));

        assertThat(results.stream().filter(OrderView.class::isInstance)).hasSize(1);
        assertThat(orders.get(user, orderId).history()).hasSize(3);
    }

    @Test
    void address_and_note_change_until_it_is_shipped() {
        long user = shop.user();
        long shopId = shop.number();
        long orderId = paid(user, shopId);
        long other = shop.number();
        shop.addresses.put(
                user, new AddressView(other, "Bo", "13900139000", "Beijing", "Beijing", null, "Road 2", null, false));

        OrderView updated = orders.update(new UpdateOrderCommand(user, orderId, other, " ring twice "));
        assertThat(updated.address().receiver()).isEqualTo("Bo");
        assertThat(updated.address().district()).isNull();
        assertThat(updated.note()).isEqualTo("ring twice");
        assertThat(orders.update(new UpdateOrderCommand(user, orderId, null, ""))
                        .note())
                .isNull();
        assertThat(orders.get(user, orderId).address().receiver()).isEqualTo("Bo");

        Shop.refused(
                ErrorCode.NOT_FOUND, () -> orders.update(new UpdateOrderCommand(user, orderId, shop.user(), null)));
        merchant.ship(new ShipCommand(shopId, orderId, "SF", "SF123", Shop.MERCHANT));
        Shop.refused(ErrorCode.ILLEGAL_STATE, () -> orders.update(new UpdateOrderCommand(user, orderId, null, "late")));
        Shop.refused(ErrorCode.ILLEGAL_STATE, () -> orders.update(new UpdateOrderCommand(user, orderId, user, null)));
        assertThat(orders.get(user, orderId).note()).isNull();
    }

    @Test
    void lists_newest_first_by_page_and_by_status() {
        long user = shop.user();
        long shopId = shop.number();
        List<Long> placed = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            placed.add(created(user, shopId));
        }
        Collections.reverse(placed);
        pay(placed.get(1));

        Page<OrderView> first = orders.list(new OrderQuery(user, null, 1, 2));
        assertThat(first.total()).isEqualTo(5);
        assertThat(first.items()).extracting(OrderView::orderId).isEqualTo(placed.subList(0, 2));
        assertThat(first.items()).allSatisfy(order -> {
            assertThat(order.items()).hasSize(1);
            assertThat(order.history()).isEmpty();
        });
        assertThat(orders.list(new OrderQuery(user, null, 3, 2)).items())
                .extracting(OrderView::orderId)
                .containsExactly(placed.get(4));
        assertThat(orders.list(new OrderQuery(user, null, 4, 2)).items()).isEmpty();
        assertThat(orders.list(new OrderQuery(user, OrderStatus.PAID, 1, 20)).items())
                .extracting(OrderView::orderId)
                .containsExactly(placed.get(1));
        assertThat(orders.list(new OrderQuery(user, OrderStatus.CREATED, 1, 20)).total())
                .isEqualTo(4);
        assertThat(merchant.list(new OrderQuery(shopId, null, 1, 20)).total()).isEqualTo(5);
        assertThat(merchant.list(new OrderQuery(shopId, OrderStatus.PAID, 1, 20))
                        .total())
                .isEqualTo(1);
    }

    @Test
    void an_order_of_somebody_else_does_not_exist() {
        long user = shop.user();
        long shopId = shop.number();
        long orderId = paid(user, shopId);
        long stranger = shop.user();
        long otherShop = shop.number();

        for (Callable<?> call : List.<Callable<?>>of(
                () -> orders.get(stranger, orderId),
                () -> orders.cancel(stranger, orderId),
                () -> orders.receive(stranger, orderId),
                () -> orders.update(new UpdateOrderCommand(stranger, orderId, stranger, "mine")),
                () -> payments.payable(stranger, List.of(orderId)),
                () -> merchant.get(otherShop, orderId),
                () -> merchant.ship(new ShipCommand(otherShop, orderId, "SF", "SF123", Shop.MERCHANT)))) {
            Shop.refused(ErrorCode.NOT_FOUND, call);
        }
        assertThat(orders.list(new OrderQuery(stranger, null, 1, 20)).total()).isZero();
        assertThat(merchant.list(new OrderQuery(otherShop, null, 1, 20)).total())
                .isZero();
        assertThat(orders.get(user, orderId).history()).hasSize(2);
    }

    @Test
    void every_list_has_an_index() {
        for (String query : List.of(
                "SELECT order_id FROM orders WHERE user_id = 1 AND status <> 'PLACING' ORDER BY order_id DESC LIMIT 20",
                "SELECT order_id FROM orders WHERE user_id = 1 AND status = 'PAID' ORDER BY order_id DESC LIMIT 20",
                "SELECT order_id FROM orders WHERE shop_id = 1 AND status <> 'PLACING' ORDER BY order_id DESC LIMIT 20",
                "SELECT order_id FROM orders WHERE shop_id = 1 AND status = 'PAID' ORDER BY order_id DESC LIMIT 20",
                "SELECT order_id FROM orders WHERE status = 'CREATED' AND expires_at <= UTC_TIMESTAMP(6) LIMIT 50",
                "SELECT order_id FROM orders WHERE order_set_id = 1",
                "SELECT history_id FROM order_history WHERE order_id = 1 ORDER BY history_id")) {
            assertThat(shop.possibleKeysOf(query)).as(query).contains("ix_");
        }
    }

    private long created(long user, long shopId) {
        return orders.place(shop.buy(user, shop.sku(shopId, 500, 5), 1))
                .value()
                .orders()
                .get(0)
                .orderId();
    }

    private long paid(long user, long shopId) {
        long orderId = created(user, shopId);
        pay(orderId);
        return orderId;
    }

    private void pay(long orderId) {
        payments.markPaid(new MarkPaidCommand(shop.number(), List.of(new OrderAmount(orderId, 500))));
    }
}
