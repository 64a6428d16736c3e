package org.gomall.order.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Page;
import org.gomall.api.order.AdminCancelCommand;
import org.gomall.api.order.AdminOrderQuery;
import org.gomall.api.order.AdminOrderService;
import org.gomall.api.order.AdminOrderView;
import org.gomall.api.order.CancelReason;
import org.gomall.api.order.MarkPaidCommand;
import org.gomall.api.order.MarkPaidOutcome.Result;
import org.gomall.api.order.OrderAmount;
import org.gomall.api.order.OrderHistoryEntry;
import org.gomall.api.order.OrderPaymentService;
import org.gomall.api.order.OrderService;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.OrderView;
import org.gomall.api.user.PrivilegedAct;
import org.gomall.order.testing.OrderTest;
import org.gomall.order.testing.Shop;
import org.gomall.platform.test.Heard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Orders in the hands of admins: what they see of them, and cancelling. */
@OrderTest
class AdminOrdersTest {

    @Autowired
    AdminOrderService admin;

    @Autowired
    OrderService orders;

    @Autowired
    OrderPaymentService payments;

    @Autowired
    Heard<PrivilegedAct> acts;

    @Autowired
    Shop shop;

    @AfterEach
    void everythingWorksAgain() {
        shop.stock.reset();
    }

    @Test
    void every_filter_leaves_what_fits_newest_first() {
        long shopId = shop.number();
        long ann = shop.user();
        long bo = shop.user();
        long first = place(ann, shopId).orderId();
        long second = place(bo, shopId).orderId();
        OrderView paid = place(ann, shopId);
        long third = paid.orderId();
        pay(paid);

        assertThat(found(null, null, null, shopId)).containsExactly(third, second, first);
        assertThat(found(null, null, ann, shopId)).containsExactly(third, first);
        assertThat(found(OrderStatus.PAID, null, null, shopId)).containsExactly(third);
        assertThat(found(OrderStatus.CREATED, null, ann, null)).containsExactly(first);
        assertThat(found(null, second, null, null)).containsExactly(second);
        assertThat(found(null, second, ann, null)).isEmpty();
        assertThat(list(new AdminOrderQuery(null, null, null, null, null, null, 1, 100))
                        .items())
                .extracting(AdminOrderView::orderId)
                .contains(third, second, first)
                .isSortedAccordingTo(Collections.reverseOrder());
    }

    @Test
    void from_is_included_and_to_is_not() {
        long shopId = shop.number();
        List<OrderView> placed = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            placed.add(place(shop.user(), shopId));
            Shop.pause(5);
        }
        Instant second = placed.get(1).createdAt();

        assertThat(within(shopId, second, null))
                .containsExactly(placed.get(2).orderId(), placed.get(1).orderId());
        assertThat(within(shopId, null, second)).containsExactly(placed.get(0).orderId());
        assertThat(within(shopId, second, placed.get(2).createdAt()))
                .containsExactly(placed.get(1).orderId());
        assertThat(within(shopId, second.plus(Duration.ofDays(1)), null)).isEmpty();
        assertThat(within(shopId, null, Instant.parse("2025-06-01T00:00:00Z"))).isEmpty();
        Shop.refused(ErrorCode.VALIDATION, () -> {
            new AdminOrderQuery(null, null, null, null, second, second, 1, 20).check();
            return null;
        });
    }

    @Test
    void a_list_is_paged_and_carries_no_history() {
        long shopId = shop.number();
        long user = shop.user();
        List<Long> placed = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            placed.add(place(user, shopId).orderId());
        }
        Collections.reverse(placed);

        Page<AdminOrderView> second = list(new AdminOrderQuery(null, null, null, shopId, null, null, 2, 2));

        assertThat(second.total()).isEqualTo(5);
        assertThat(second.items()).extracting(AdminOrderView::orderId).isEqualTo(placed.subList(2, 4));
        assertThat(second.items()).allSatisfy(order -> {
            assertThat(order.items()).hasSize(1);
            assertThat(order.history()).isEmpty();
        });
        assertThat(list(new AdminOrderQuery(null, null, null, shopId, null, null, 4, 2))
                        .items())
                .isEmpty();
    }

    @Test
    void one_order_has_its_history_and_only_as_much_of_the_person_as_is_needed() {
        long user = shop.user();
        OrderView placed = place(user, shop.number());
        pay(placed);

        AdminOrderView order = admin.get(placed.orderId());

        assertThat(order.userId()).isEqualTo(user);
        assertThat(order.history())
                .extracting(OrderHistoryEntry::to)
                .containsExactly(OrderStatus.CREATED, OrderStatus.PAID);
        assertThat(order.paymentId()).isPositive();
        assertThat(order.receiver()).isEqualTo("Ann Lee");
        assertThat(order.phone()).isEqualTo("138****8000");
        assertThat(CareView.masked("12345")).isEqualTo("****");
        Shop.refused(ErrorCode.NOT_FOUND, () -> admin.get(shop.number()));
    }

    @Test
    void a_cancelled_order_gives_its_stock_back_and_its_history_names_the_admin_and_the_reason() {
        long user = shop.user();
        long sku = shop.sku(shop.number(), 500, 5);
        OrderView placed = orders.place(shop.buy(user, sku, 3)).value().orders().get(0);
        assertThat(shop.stockOf(sku)).isEqualTo("2/3/0");

        AdminOrderView cancelled = admin.cancel(new AdminCancelCommand(placed.orderId(), " recalled by the maker "));

        assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(cancelled.cancelReason()).isEqualTo(CancelReason.ADMIN);
        assertThat(cancelled.expiresAt()).isNull();
        assertThat(cancelled.history())
                .extracting(OrderHistoryEntry::to, OrderHistoryEntry::by, OrderHistoryEntry::reason)
                .containsExactly(
                        tuple(OrderStatus.CREATED, "USER", null),
                        tuple(OrderStatus.CANCELLED, "ADMIN", "recalled by the maker"));
        assertThat(shop.stockOf(sku)).isEqualTo("5/0/0");
        assertThat(orders.get(user, placed.orderId()).cancelReason()).isEqualTo(CancelReason.ADMIN);
        // The web has put it on record before it asked for it; a second entry would be a second act.
        assertThat(acts.matching(act -> act.subject().equals("order:" + placed.orderId())))
                .isEmpty();
    }

    @Test
    void what_is_paid_or_cancelled_or_unknown_is_not_cancelled() {
        OrderView paid = place(shop.user(), shop.number());
        pay(paid);
        OrderView gone = place(shop.user(), shop.number());
        admin.cancel(new AdminCancelCommand(gone.orderId(), "twice"));

        Shop.refused(ErrorCode.ILLEGAL_STATE, () -> admin.cancel(new AdminCancelCommand(paid.orderId(), "late")));
        Shop.refused(ErrorCode.ILLEGAL_STATE, () -> admin.cancel(new AdminCancelCommand(gone.orderId(), "twice")));
        Shop.refused(ErrorCode.NOT_FOUND, () -> admin.cancel(new AdminCancelCommand(shop.number(), "what")));
        Shop.refused(ErrorCode.VALIDATION, () -> {
            new AdminCancelCommand(paid.orderId(), " ").check();
            return null;
        });
        assertThat(shop.status(paid.orderId())).isEqualTo("PAID");
        assertThat(admin.get(gone.orderId()).history()).hasSize(2);
    }

    @Test
    void an_order_whose_stock_cannot_be_given_back_stays_as_it_was() {
        long sku = shop.sku(shop.number(), 500, 5);
        OrderView placed =
                orders.place(shop.buy(shop.user(), sku, 3)).value().orders().get(0);
        shop.stock.fault(ErrorCode.UNAVAILABLE);

        Shop.refused(ErrorCode.UNAVAILABLE, () -> admin.cancel(new AdminCancelCommand(placed.orderId(), "recall")));

        assertThat(admin.get(placed.orderId()).status()).isEqualTo(OrderStatus.CREATED);
        assertThat(shop.stockOf(sku)).isEqualTo("2/3/0");
    }

    @Test
    void of_cancelling_and_paying_in_the_same_moment_one_wins() {
        long shopId = shop.number();
        long sku = shop.sku(shopId, 500, 1000);
        int paid = 0;
        for (int round = 0; round < 40; round++) {
            OrderView order =
                    orders.place(shop.buy(shop.user(), sku, 1)).value().orders().get(0);
            long payment = shop.number();
            long jitter = round % 20;
            Callable<Object> cancel = () -> admin.cancel(new AdminCancelCommand(order.orderId(), "recall"));
            Callable<Object> pay = () -> {
                Thread.sleep(jitter);
                return markPaid(payment, order);
            };
            List<Object> results = Shop.together(List.of(cancel, pay));

            boolean won = results.get(0) instanceof AdminOrderView;
            Result settled = markPaid(payment, order);
            assertThat(settled).isEqualTo(won ? Result.REFUSED : Result.PAID);
            assertThat(shop.status(order.orderId())).isEqualTo(won ? "CANCELLED" : "PAID");
            if (!won) {
                paid++;
                assertThat(results.get(0)).isInstanceOf(BusinessException.class);
            }
        }
        assertThat(shop.stockOf(sku)).isEqualTo((1000 - paid) + "/0/" + paid);
    }

    @Test
    void of_an_admin_and_the_shopper_who_cancel_at_once_one_does() {
        for (int round = 0; round < 10; round++) {
            long user = shop.user();
            OrderView order = place(user, shop.number());
            Callable<Object> byAdmin = () -> admin.cancel(new AdminCancelCommand(order.orderId(), "recall"));
            Callable<Object> byUser = () -> orders.cancel(user, order.orderId());

            List<Object> results = Shop.together(List.of(byAdmin, byUser));

            assertThat(results.stream().filter(BusinessException.class::isInstance))
                    .hasSize(1);
            String by = results.get(0) instanceof AdminOrderView ? "ADMIN" : "USER";
            assertThat(admin.get(order.orderId()).history())
                    .extracting(OrderHistoryEntry::by)
                    .containsExactly("USER", by);
        }
    }

    @Test
    void every_list_has_an_index() {
        String byStatus = "SELECT order_id FROM orders WHERE status = 'PAID' ORDER BY order_id DESC LIMIT 20";
        assertThat(shop.possibleKeysOf(byStatus)).contains("ix_orders_status");
        String within = "SELECT order_id FROM orders WHERE status != 'PLACING' AND order_id >= 1 AND order_id < 9"
                + " AND created_at >= '2026-01-01' ORDER BY order_id DESC LIMIT 20";
        assertThat(shop.possibleKeysOf(within)).contains("PRIMARY");
    }

    private List<Long> found(OrderStatus status, Long orderId, Long userId, Long shopId) {
        return list(new AdminOrderQuery(status, orderId, userId, shopId, null, null, 1, 20)).items().stream()
                .map(AdminOrderView::orderId)
                .toList();
    }

    private List<Long> within(long shopId, Instant from, Instant to) {
        return list(new AdminOrderQuery(null, null, null, shopId, from, to, 1, 20)).items().stream()
                .map(AdminOrderView::orderId)
                .toList();
    }

    private Page<AdminOrderView> list(AdminOrderQuery query) {
        query.check();
        return admin.list(query);
    }

    private OrderView place(long user, long shopId) {
        return orders.place(shop.buy(user, shop.sku(shopId, 500, 5), 1))
                .value()
                .orders()
                .get(0);
    }

    private void pay(OrderView order) {
        assertThat(markPaid(shop.number(), order)).isEqualTo(Result.PAID);
    }

    private Result markPaid(long payment, OrderView order) {
        OrderAmount amount = new OrderAmount(order.orderId(), order.totalCents());
        return payments.markPaid(new MarkPaidCommand(payment, List.of(amount)))
                .get(0)
                .result();
    }
}
