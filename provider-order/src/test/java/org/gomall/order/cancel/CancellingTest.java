package org.gomall.order.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.order.CancelReason;
import org.gomall.api.order.CancelUnpaidCommand;
import org.gomall.api.order.MerchantOrderService;
import org.gomall.api.order.OrderHistoryEntry;
import org.gomall.api.order.OrderQuery;
import org.gomall.api.order.OrderService;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.OrderView;
import org.gomall.api.user.PrivilegedAct;
import org.gomall.order.orders.Actor;
import org.gomall.order.testing.OrderTest;
import org.gomall.order.testing.Shop;
import org.gomall.platform.test.Heard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OrderTest
class CancellingTest {

    @Autowired
    OrderService orders;

    @Autowired
    MerchantOrderService merchant;

    @Autowired
    Heard<PrivilegedAct> acts;

    @Autowired
    CancelledOrder phases;

    @Autowired
    Shop shop;

    @AfterEach
    void everythingWorksAgain() {
        shop.stock.reset();
    }

    @Test
    void a_cancelled_order_gives_its_stock_back() {
        long user = shop.user();
        long sku = shop.sku(1, 500, 5);
        long orderId = place(user, sku, 3);

        OrderView cancelled = orders.cancel(user, orderId);

        assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(cancelled.cancelReason()).isEqualTo(CancelReason.USER);
        assertThat(cancelled.expiresAt()).isNull();
        assertThat(cancelled.history())
                .extracting(OrderHistoryEntry::from, OrderHistoryEntry::to, OrderHistoryEntry::by)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(null, OrderStatus.CREATED, "USER"),
                        org.assertj.core.groups.Tuple.tuple(OrderStatus.CREATED, OrderStatus.CANCELLED, "USER"));
        assertThat(shop.stockOf(sku)).isEqualTo("5/0/0");
    }

    @Test
    void a_shop_cancels_what_it_cannot_deliver_and_the_audit_log_hears_of_it() {
        long user = shop.user();
        long shopId = shop.number();
        long sku = shop.sku(shopId, 500, 5);
        long orderId = place(user, sku, 3);
        Shop.refused(
                ErrorCode.NOT_FOUND,
                () -> merchant.cancel(new CancelUnpaidCommand(shop.number(), orderId, Shop.MERCHANT)));

        OrderView cancelled = merchant.cancel(new CancelUnpaidCommand(shopId, orderId, Shop.MERCHANT));

        assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(cancelled.cancelReason()).isEqualTo(CancelReason.MERCHANT);
        assertThat(shop.stockOf(sku)).isEqualTo("5/0/0");
        shop.await(() ->
                !acts.matching(act -> act.subject().equals("order:" + orderId)).isEmpty());
        assertThat(acts.matching(act -> act.subject().equals("order:" + orderId)))
                .singleElement()
                .satisfies(act -> {
                    assertThat(act.action()).isEqualTo("order.cancel");
                    assertThat(act.actorId()).isEqualTo(Shop.MERCHANT.userId());
                    assertThat(act.ip()).isEqualTo(Shop.MERCHANT.ip());
                });
        Shop.refused(
                ErrorCode.ILLEGAL_STATE,
                () -> merchant.cancel(new CancelUnpaidCommand(shopId, orderId, Shop.MERCHANT)));
    }

    @Test
    void cancelling_again_is_refused_and_gives_nothing_back_again() {
        long user = shop.user();
        long sku = shop.sku(1, 500, 5);
        long orderId = place(user, sku, 3);
        orders.cancel(user, orderId);

        Shop.refused(ErrorCode.ILLEGAL_STATE, () -> orders.cancel(user, orderId));

        assertThat(shop.stockOf(sku)).isEqualTo("5/0/0");
    }

    @Test
    void of_many_cancellations_at_once_one_happens() {
        long user = shop.user();
        long sku = shop.sku(1, 500, 5);
        long orderId = place(user, sku, 3);
        Callable<Object> call = () -> orders.cancel(user, orderId);

        List<Object> results = Shop.together(Collections.nCopies(20, call));

        assertThat(results.stream().filter(OrderView.class::isInstance)).hasSize(1);
        assertThat(results.stream()
                        .filter(BusinessException.class::isInstance)
                        .map(refusal -> ((BusinessException) refusal).error()))
                .containsOnly(ErrorCode.ILLEGAL_STATE)
                .hasSize(19);
        assertThat(shop.status(orderId)).isEqualTo("CANCELLED");
        assertThat(shop.stockOf(sku)).isEqualTo("5/0/0");
    }

    @Test
    void an_order_whose_stock_cannot_be_given_back_stays_as_it_was() {
        long user = shop.user();
        long sku = shop.sku(1, 500, 5);
        long orderId = place(user, sku, 3);
        shop.stock.fault(ErrorCode.UNAVAILABLE);

        Shop.refused(ErrorCode.UNAVAILABLE, () -> orders.cancel(user, orderId));

        assertThat(orders.get(user, orderId).status()).isEqualTo(OrderStatus.CREATED);
        assertThat(orders.get(user, orderId).history()).hasSize(1);
        assertThat(shop.stockOf(sku)).isEqualTo("2/3/0");
        shop.stock.reset();
        assertThat(orders.cancel(user, orderId).status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void while_it_is_being_cancelled_it_is_shown_as_created() {
        long user = shop.user();
        long sku = shop.sku(1, 500, 5);
        long orderId = place(user, sku, 3);
        shop.stock.whileReleasing(() -> {
            assertThat(shop.status(orderId)).isEqualTo("CANCELLING");
            assertThat(orders.get(user, orderId).status()).isEqualTo(OrderStatus.CREATED);
            assertThat(orders.list(new OrderQuery(user, OrderStatus.CREATED, 1, 9))
                            .items())
                    .extracting(OrderView::orderId)
                    .containsExactly(orderId);
            Shop.refused(ErrorCode.ILLEGAL_STATE, () -> orders.cancel(user, orderId));
        });

        assertThat(orders.cancel(user, orderId).status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void its_phases_may_come_twice_and_in_any_order() {
        long user = shop.user();
        long orderId = place(user, shop.sku(1, 500, 5), 1);

        phases.release(orderId);
        phases.confirm(orderId, Cancellation.of(CancelReason.USER, Actor.USER));
        assertThat(shop.status(orderId)).isEqualTo("CREATED");

        phases.hold(orderId);
        Shop.refused(ErrorCode.ILLEGAL_STATE, () -> {
            phases.hold(orderId);
            return null;
        });
        phases.release(orderId);
        phases.release(orderId);
        assertThat(shop.status(orderId)).isEqualTo("CREATED");

        phases.hold(orderId);
        phases.confirm(orderId, Cancellation.of(CancelReason.ADMIN, Actor.ADMIN));
        phases.confirm(orderId, Cancellation.of(CancelReason.ADMIN, Actor.ADMIN));
        phases.release(orderId);
        assertThat(shop.status(orderId)).isEqualTo("CANCELLED");
        assertThat(shop.count("SELECT COUNT(*) FROM order_history WHERE order_id = " + orderId))
                .isEqualTo(2);
    }

    private long place(long user, long sku, int quantity) {
        return orders.place(shop.buy(user, sku, quantity))
                .value()
                .orders()
                .get(0)
                .orderId();
    }
}
