package org.gomall.order.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Replayable;
import org.gomall.api.order.ApproveRefundCommand;
import org.gomall.api.order.MarkPaidCommand;
import org.gomall.api.order.MerchantOrderService;
import org.gomall.api.order.OrderAmount;
import org.gomall.api.order.OrderHistoryEntry;
import org.gomall.api.order.OrderPaymentService;
import org.gomall.api.order.OrderRefunded;
import org.gomall.api.order.OrderService;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.OrderView;
import org.gomall.api.order.RefundApproved;
import org.gomall.api.order.RefundDecisionService;
import org.gomall.api.order.RefundHistoryEntry;
import org.gomall.api.order.RefundQuery;
import org.gomall.api.order.RefundRequestService;
import org.gomall.api.order.RefundRequestView;
import org.gomall.api.order.RefundStatus;
import org.gomall.api.order.RefuseRefundCommand;
import org.gomall.api.order.RequestRefundCommand;
import org.gomall.api.order.ShipCommand;
import org.gomall.api.user.PrivilegedAct;
import org.gomall.order.orders.OrderDesk;
import org.gomall.order.testing.FakeRefunds;
import org.gomall.order.testing.OrderTest;
import org.gomall.order.testing.Shop;
import org.gomall.platform.test.Heard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OrderTest
class RefundsTest {

    private static final long PRICE = 500;

    @Autowired
    OrderService orders;

    @Autowired
    MerchantOrderService merchant;

    @Autowired
    OrderPaymentService payments;

    @Autowired
    RefundRequestService refunds;

    @Autowired
    RefundDecisionService decisions;

    @Autowired
    OrderDesk desk;

    @Autowired
    FakeRefunds money;

    @Autowired
    Heard<RefundApproved> approved;

    @Autowired
    Heard<OrderRefunded> refunded;

    @Autowired
    Heard<PrivilegedAct> acts;

    @Autowired
    Shop shop;

    private long user;
    private long shopId;
    private long sku;
    private long orderId;

    @AfterEach
    void everything_works_again() {
        money.reset();
        shop.stock.reset();
    }

    @Test
    void an_order_that_is_not_shipped_is_refunded_at_once_with_money_and_stock() {
        paid();

        RefundRequestView refund = ask(null);

        assertThat(refund.status()).isEqualTo(RefundStatus.DONE);
        assertThat(refund.amountCents()).isEqualTo(PRICE);
        assertThat(steps(refund))
                .containsExactly("null>REQUESTED USER", "REQUESTED>APPROVED SYSTEM", "APPROVED>DONE SYSTEM");
        assertThat(money.givenBack(refund.refundId())).isEqualTo(PRICE);
        assertThat(shop.stockOf(sku)).isEqualTo("5/0/0");
        OrderView order = orders.get(user, orderId);
        assertThat(order.status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(order.refundedCents()).isEqualTo(PRICE);
        assertThat(order.refunds()).containsExactly(refund);
        assertThat(order.history())
                .extracting(OrderHistoryEntry::to)
                .containsExactly(OrderStatus.CREATED, OrderStatus.PAID, OrderStatus.REFUNDING, OrderStatus.REFUNDED);
        shop.await(() -> !refundedEvents().isEmpty());
        assertThat(refundedEvents()).containsExactly(new OrderRefunded(orderId, refund.refundId(), false));
    }

    @Test
    void a_part_of_an_order_that_is_not_shipped_goes_back_at_once_and_the_order_stays_paid() {
        paid();

        RefundRequestView refund = ask(200L);

        assertThat(refund.status()).isEqualTo(RefundStatus.DONE);
        OrderView order = orders.get(user, orderId);
        assertThat(order.status()).isEqualTo(OrderStatus.PAID);
        assertThat(order.refundedCents()).isEqualTo(200);
        assertThat(shop.stockOf(sku)).isEqualTo("4/0/1");
        merchant.ship(new ShipCommand(shopId, orderId, "SF", "SF123", Shop.MERCHANT));
    }

    @Test
    void parts_that_add_up_to_the_whole_refund_the_order_and_never_more() {
        paid();
        ask(200L);

        BusinessException tooMuch = Shop.refused(ErrorCode.VALIDATION, () -> ask(301L));
        assertThat(tooMuch.details()).containsKey("amountCents");
        Shop.refused(ErrorCode.VALIDATION, () -> ask(0L));
        Shop.refused(ErrorCode.VALIDATION, () -> ask(-1L));
        assertThat(ask(null).amountCents()).isEqualTo(300);

        assertThat(shop.status(orderId)).isEqualTo("REFUNDED");
        assertThat(shop.stockOf(sku)).isEqualTo("5/0/0");
        Shop.refused(ErrorCode.ILLEGAL_STATE, () -> ask(1L));
        assertThat(refunds.ofOrder(user, orderId))
                .extracting(RefundRequestView::amountCents)
                .containsExactly(200L, 300L);
    }

    @Test
    void a_shipped_order_waits_for_the_shop_and_nothing_else_happens_to_it_meanwhile() {
        shipped();

        RefundRequestView refund = ask(null);

        assertThat(refund.status()).isEqualTo(RefundStatus.REQUESTED);
        assertThat(money.givenBack(refund.refundId())).isNull();
        assertThat(shop.status(orderId)).isEqualTo("REFUNDING");
        Shop.refused(ErrorCode.ILLEGAL_STATE, () -> ask(null));
        Shop.refused(ErrorCode.ILLEGAL_STATE, () -> orders.receive(user, orderId));
        Shop.refused(ErrorCode.ILLEGAL_STATE, () -> orders.cancel(user, orderId));
        Shop.refused(
                ErrorCode.ILLEGAL_STATE,
                () -> merchant.ship(new ShipCommand(shopId, orderId, "SF", "SF123", Shop.MERCHANT)));
        desk.advance(orderId);
        assertThat(shop.status(orderId)).isEqualTo("REFUNDING");
        assertThat(shop.count("SELECT COUNT(*) FROM orders WHERE expires_at IS NULL AND order_id = " + orderId))
                .as("no time limit runs")
                .isEqualTo(1);
    }

    @Test
    void an_approved_refund_of_a_shipped_order_leaves_the_pieces_sold() {
        shipped();
        RefundRequestView refund = ask(null);

        RefundRequestView done = decisions.approve(new ApproveRefundCommand(shopId, refund.refundId(), Shop.MERCHANT));

        assertThat(done.status()).isEqualTo(RefundStatus.DONE);
        assertThat(steps(done))
                .containsExactly("null>REQUESTED USER", "REQUESTED>APPROVED MERCHANT", "APPROVED>DONE SYSTEM");
        assertThat(shop.status(orderId)).isEqualTo("REFUNDED");
        assertThat(shop.stockOf(sku)).isEqualTo("4/0/1");
        Shop.refused(
                ErrorCode.ILLEGAL_STATE,
                () -> decisions.approve(new ApproveRefundCommand(shopId, refund.refundId(), Shop.MERCHANT)));
        Shop.refused(
                ErrorCode.ILLEGAL_STATE,
                () -> decisions.refuse(new RefuseRefundCommand(shopId, refund.refundId(), "late", Shop.MERCHANT)));
        shop.await(() -> !actsOn("refund:" + refund.refundId()).isEmpty());
        assertThat(actsOn("refund:" + refund.refundId())).singleElement().satisfies(act -> {
            assertThat(act.action()).isEqualTo("refund.approve");
            assertThat(act.actorId()).isEqualTo(Shop.MERCHANT.userId());
            assertThat(act.ip()).isEqualTo(Shop.MERCHANT.ip());
        });
    }

    @Test
    void a_partial_refund_of_a_received_order_takes_it_back_to_where_it_was() {
        shipped();
        orders.receive(user, orderId);

        RefundRequestView refund = ask(100L);
        decisions.approve(new ApproveRefundCommand(null, refund.refundId(), Shop.ADMIN));

        OrderView order = orders.get(user, orderId);
        assertThat(order.status()).isEqualTo(OrderStatus.RECEIVED);
        assertThat(order.refundedCents()).isEqualTo(100);
        assertThat(order.refunds().get(0).history().get(1).by()).isEqualTo("ADMIN");
        assertThat(hoursLeft()).isBetween(7 * 24L - 1, 7 * 24L);
    }

    @Test
    void a_refused_refund_gives_the_order_its_remaining_time_back() {
        shipped();
        shop.sql("UPDATE orders SET expires_at = UTC_TIMESTAMP(6) + INTERVAL 50 HOUR WHERE order_id = " + orderId);
        RefundRequestView refund = ask(null);

        RefundRequestView refused =
                decisions.refuse(new RefuseRefundCommand(shopId, refund.refundId(), "It was worn", Shop.MERCHANT));

        assertThat(refused.status()).isEqualTo(RefundStatus.REFUSED);
        assertThat(refused.refusal()).isEqualTo("It was worn");
        assertThat(steps(refused)).containsExactly("null>REQUESTED USER", "REQUESTED>REFUSED MERCHANT");
        OrderView order = orders.get(user, orderId);
        assertThat(order.status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(order.refundedCents()).isZero();
        assertThat(order.trackingNo()).isEqualTo("SF123");
        assertThat(hoursLeft()).isEqualTo(49);
        assertThat(money.givenBack(refund.refundId())).isNull();
        assertThat(ask(null).status()).as("may ask again").isEqualTo(RefundStatus.REQUESTED);
    }

    @Test
    void an_order_that_was_not_paid_or_is_completed_is_not_refunded() {
        place();
        Shop.refused(ErrorCode.ILLEGAL_STATE, () -> ask(null));
        orders.cancel(user, orderId);
        Shop.refused(ErrorCode.ILLEGAL_STATE, () -> ask(null));

        shipped();
        orders.receive(user, orderId);
        desk.advance(orderId);
        assertThat(shop.status(orderId)).isEqualTo("COMPLETED");
        Shop.refused(ErrorCode.ILLEGAL_STATE, () -> ask(null));
    }

    @Test
    void the_order_of_somebody_else_and_the_request_of_another_shop_do_not_exist() {
        shipped();
        RefundRequestView refund = ask(null);
        long stranger = shop.user();
        long otherShop = shop.number();

        for (Callable<?> call : List.<Callable<?>>of(
                () -> refunds.request(new RequestRefundCommand(stranger, orderId, key(), "mine", null)),
                () -> refunds.ofOrder(stranger, orderId),
                () -> decisions.approve(new ApproveRefundCommand(otherShop, refund.refundId(), Shop.MERCHANT)),
                () -> decisions.refuse(new RefuseRefundCommand(otherShop, refund.refundId(), "no", Shop.MERCHANT)),
                () -> decisions.approve(new ApproveRefundCommand(null, shop.number(), Shop.ADMIN)))) {
            Shop.refused(ErrorCode.NOT_FOUND, call);
        }
        assertThat(decisions.list(new RefundQuery(otherShop, null, 1, 20)).total())
                .isZero();
        assertThat(decisions
                        .list(new RefundQuery(shopId, RefundStatus.REQUESTED, 1, 20))
                        .items())
                .containsExactly(refund);
        assertThat(decisions
                        .list(new RefundQuery(shopId, RefundStatus.DONE, 1, 20))
                        .items())
                .isEmpty();
        assertThat(decisions.list(new RefundQuery(null, null, 1, 1)).items())
                .as("admins see all, newest first")
                .containsExactly(refund);
        assertThat(shop.status(orderId)).isEqualTo("REFUNDING");
    }

    @Test
    void fifty_repeats_of_one_key_are_one_request() {
        paid();
        String key = key();
        Callable<Object> call = () -> refunds.request(new RequestRefundCommand(user, orderId, key, "Too small", 200L));

        List<Object> answers = Shop.together(Collections.nCopies(50, call));

        Set<Long> ids = new HashSet<>();
        int first = 0;
        for (Object answer : answers) {
            assertThat(answer).isInstanceOf(Replayable.class);
            Replayable<?> replayable = (Replayable<?>) answer;
            ids.add(((RefundRequestView) replayable.value()).refundId());
            first += replayable.replayed() ? 0 : 1;
        }
        assertThat(ids).hasSize(1);
        assertThat(first).isEqualTo(1);
        assertThat(orders.get(user, orderId).refundedCents()).isEqualTo(200);
        Shop.refused(
                ErrorCode.IDEMPOTENCY_KEY_REUSED,
                () -> refunds.request(new RequestRefundCommand(user, orderId, key, "Too small", 201L)));
        Shop.refused(ErrorCode.IDEMPOTENCY_KEY_MISSING, () -> {
            new RequestRefundCommand(user, orderId, null, "Too small", 201L).check();
            return null;
        });
    }

    @Test
    void of_many_requests_at_once_for_the_whole_one_gets_through() {
        paid();

        List<Object> answers = Shop.together(Collections.nCopies(20, (Callable<Object>) () -> ask(null)));

        assertThat(answers.stream().filter(RefundRequestView.class::isInstance)).hasSize(1);
        assertThat(answers.stream().filter(BusinessException.class::isInstance))
                .allSatisfy(refusal -> assertThat(((BusinessException) refusal).error())
                        .isIn(ErrorCode.ILLEGAL_STATE, ErrorCode.UNAVAILABLE));
        assertThat(shop.status(orderId)).isEqualTo("REFUNDED");
        assertThat(shop.stockOf(sku)).isEqualTo("5/0/0");
    }

    @Test
    void of_approving_and_refusing_in_the_same_moment_one_wins() {
        for (int round = 0; round < 20; round++) {
            shipped();
            long refundId = ask(null).refundId();

            List<Object> answers = Shop.together(List.<Callable<Object>>of(
                    () -> decisions.approve(new ApproveRefundCommand(shopId, refundId, Shop.MERCHANT)),
                    () -> decisions.refuse(new RefuseRefundCommand(null, refundId, "no", Shop.ADMIN))));

            assertThat(answers.stream().filter(RefundRequestView.class::isInstance))
                    .hasSize(1);
            boolean back = money.givenBack(refundId) != null;
            assertThat(shop.status(orderId)).isEqualTo(back ? "REFUNDED" : "SHIPPED");
        }
    }

    @Test
    void of_shipping_and_refunding_in_the_same_moment_the_pieces_follow_the_winner() {
        for (int round = 0; round < 20; round++) {
            paid();

            Shop.together(List.<Callable<Object>>of(
                    () -> ask(null),
                    () -> merchant.ship(new ShipCommand(shopId, orderId, "SF", "SF123", Shop.MERCHANT))));

            // A request that comes after the parcel waits for the shop.
            String status = shop.status(orderId);
            assertThat(status).isIn("REFUNDED", "SHIPPED", "REFUNDING");
            assertThat(shop.stockOf(sku)).isEqualTo(status.equals("REFUNDED") ? "5/0/0" : "4/0/1");
            assertThat(orders.get(user, orderId).trackingNo() == null).isEqualTo(status.equals("REFUNDED"));
        }
    }

    @Test
    void money_that_takes_its_time_settles_the_refund_when_it_is_back_however_often_that_is_told() {
        paid();
        money.slow();
        RefundRequestView refund = ask(null);
        assertThat(refund.status()).isEqualTo(RefundStatus.APPROVED);
        assertThat(shop.status(orderId)).isEqualTo("REFUNDING");
        shop.await(() -> !approvedEvents().isEmpty());
        RefundApproved event = approvedEvents().get(0);
        assertThat(event.amountCents()).isEqualTo(PRICE);
        assertThat(event.reason()).isEqualTo("Does not fit");

        money.arrive(event);
        money.tell(event);
        money.tell(event);

        shop.await(() -> shop.status(orderId).equals("REFUNDED"));
        shop.await(() -> !refundedEvents().isEmpty());
        Shop.pause(500);
        assertThat(orders.get(user, orderId).refundedCents()).isEqualTo(PRICE);
        assertThat(refundedEvents()).hasSize(1);
        assertThat(steps(refunds.ofOrder(user, orderId).get(0))).hasSize(3);
    }

    @Test
    void the_request_is_accepted_while_provider_payment_is_away() {
        paid();
        money.fault(ErrorCode.UNAVAILABLE);

        assertThat(ask(null).status()).isEqualTo(RefundStatus.APPROVED);

        shop.await(() -> !approvedEvents().isEmpty());
        money.arrive(approvedEvents().get(0));
        shop.await(() -> shop.status(orderId).equals("REFUNDED"));
    }

    @Test
    void the_refund_is_settled_while_provider_stock_is_away_and_leaves_an_event_for_it() {
        paid();
        shop.stock.fault(ErrorCode.TIMEOUT);

        assertThat(ask(null).status()).isEqualTo(RefundStatus.DONE);

        shop.await(() -> !refundedEvents().isEmpty());
        assertThat(shop.stockOf(sku)).isEqualTo("4/0/1");
    }

    @Test
    void late_money_of_a_payment_without_a_request_is_not_ours_to_settle() {
        paid();
        money.tell(new RefundApproved(0, orderId, 1, user, PRICE, "LATE_PAYMENT"));
        money.tell(new RefundApproved(shop.number(), orderId, 1, user, PRICE, "unknown"));
        Shop.pause(1000);

        assertThat(shop.status(orderId)).isEqualTo("PAID");
        assertThat(orders.get(user, orderId).refundedCents()).isZero();
    }

    @Test
    void the_schema_itself_refuses_two_open_requests_and_more_than_was_paid() {
        shipped();
        RefundRequestView refund = ask(100L);

        assertThatThrownBy(() -> shop.sql("UPDATE orders SET refunded_cents = 501 WHERE order_id = " + orderId))
                .hasMessageContaining("ck_orders_refunded");
        assertThatThrownBy(() -> shop.sql(
                        "UPDATE refund_request SET open_order_id = NULL WHERE refund_id = " + refund.refundId()))
                .hasMessageContaining("ck_refund_request_open");
    }

    @Test
    void every_list_has_an_index() {
        for (String query : List.of(
                "SELECT refund_id FROM refund_request WHERE shop_id = 1 ORDER BY refund_id DESC LIMIT 20",
                "SELECT refund_id FROM refund_request WHERE shop_id = 1 AND status = 'DONE' ORDER BY refund_id LIMIT 9",
                "SELECT refund_id FROM refund_request WHERE status = 'DONE' ORDER BY refund_id DESC LIMIT 20",
                "SELECT refund_id FROM refund_request WHERE order_id = 1 ORDER BY refund_id",
                "SELECT history_id FROM refund_history WHERE refund_id = 1 ORDER BY history_id")) {
            assertThat(shop.possibleKeysOf(query)).as(query).contains("ix_refund");
        }
    }

    private RefundRequestView ask(Long amountCents) {
        RequestRefundCommand command = new RequestRefundCommand(user, orderId, key(), " Does not fit ", amountCents);
        command.check();
        return refunds.request(command).value();
    }

    private String key() {
        return "refund-" + shop.number();
    }

    private void place() {
        user = shop.user();
        shopId = shop.number();
        sku = shop.sku(shopId, PRICE, 5);
        orderId = orders.place(shop.buy(user, sku, 1)).value().orders().get(0).orderId();
    }

    private void paid() {
        place();
        payments.markPaid(new MarkPaidCommand(shop.number(), List.of(new OrderAmount(orderId, PRICE))));
    }

    private void shipped() {
        paid();
        merchant.ship(new ShipCommand(shopId, orderId, "SF", "SF123", Shop.MERCHANT));
    }

    private long hoursLeft() {
        return shop.count(
                "SELECT TIMESTAMPDIFF(HOUR, UTC_TIMESTAMP(6), expires_at) FROM orders WHERE order_id = " + orderId);
    }

    private List<OrderRefunded> refundedEvents() {
        return refunded.matching(event -> event.orderId() == orderId);
    }

    private List<RefundApproved> approvedEvents() {
        return approved.matching(event -> event.orderId() == orderId);
    }

    private List<PrivilegedAct> actsOn(String subject) {
        return acts.matching(act -> act.subject().equals(subject));
    }

    private static List<String> steps(RefundRequestView refund) {
        return refund.history().stream().map(RefundsTest::step).toList();
    }

    private static String step(RefundHistoryEntry entry) {
        return entry.from() + ">" + entry.to() + " " + entry.by();
    }
}
