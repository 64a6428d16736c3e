package org.gomall.order.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.order.ApproveRefundCommand;
import org.gomall.api.order.MarkPaidCommand;
import org.gomall.api.order.MerchantOrderService;
import org.gomall.api.order.OrderAmount;
import org.gomall.api.order.OrderPaymentService;
import org.gomall.api.order.OrderService;
import org.gomall.api.order.OrderView;
import org.gomall.api.order.PurchaseLine;
import org.gomall.api.order.RefundDecisionService;
import org.gomall.api.order.RefundRequestService;
import org.gomall.api.order.RefuseRefundCommand;
import org.gomall.api.order.RequestRefundCommand;
import org.gomall.api.order.SalesDay;
import org.gomall.api.order.SalesQuery;
import org.gomall.api.order.SalesService;
import org.gomall.api.order.ShipCommand;
import org.gomall.order.testing.OrderTest;
import org.gomall.order.testing.Shop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OrderTest
class SalesTest {

    private static final String UTC = "UTC";
    private static final String SHANGHAI = "Asia/Shanghai";
    private static final LocalDate FIRST = LocalDate.parse("2024-03-01");

    @Autowired
    SalesService sales;

    @Autowired
    SalesClosing closing;

    @Autowired
    OrderService orders;

    @Autowired
    OrderPaymentService payments;

    @Autowired
    MerchantOrderService merchant;

    @Autowired
    RefundRequestService refunds;

    @Autowired
    RefundDecisionService decisions;

    @Autowired
    Shop shop;

    private long user;
    private long shopId;
    private long mug;
    private long bowl;

    @BeforeEach
    void open_a_shop() {
        shop.sql("DELETE FROM sales_figure");
        shop.sql("UPDATE sales_closed SET closed_until = '2000-01-01'");
        user = shop.user();
        shopId = shop.number();
        mug = shop.sku(shopId, 500, 100);
        bowl = shop.sku(shopId, 300, 100);
    }

    @Test
    void a_payment_counts_on_the_day_it_was_taken_with_its_pieces() {
        ZoneId zone = ZoneId.of(SHANGHAI);
        LocalDate before = LocalDate.now(zone);
        paid(2, 1);
        place(1, 0);
        LocalDate after = LocalDate.now(zone);

        List<SalesDay> days = sales.sales(new SalesQuery(shopId, before, after.plusDays(1), SHANGHAI));

        assertThat(days.stream().mapToLong(SalesDay::orders).sum()).isEqualTo(1);
        assertThat(days.stream().mapToLong(SalesDay::pieces).sum()).isEqualTo(3);
        assertThat(days.stream().mapToLong(SalesDay::paidCents).sum()).isEqualTo(1300);
    }

    @Test
    void every_day_has_its_entry_and_the_last_moment_belongs_to_the_day_that_ends() {
        paidAt("2024-03-02 23:59:59.999999", 1, 0);
        paidAt("2024-03-03 00:00:00", 2, 0);
        paidAt("2024-03-04 00:00:00", 4, 0);

        assertThat(sales.sales(new SalesQuery(shopId, FIRST, FIRST.plusDays(3), UTC)))
                .containsExactly(day(1, 0, 0, 0), day(2, 1, 1, 500), day(3, 1, 2, 1000));
    }

    @Test
    void the_zone_decides_which_day_it_was() {
        paidAt("2024-03-02 15:59:59", 1, 0);
        paidAt("2024-03-02 16:00:00", 0, 1);

        assertThat(sales.sales(new SalesQuery(shopId, FIRST, FIRST.plusDays(3), SHANGHAI)))
                .containsExactly(day(1, 0, 0, 0), day(2, 1, 1, 500), day(3, 1, 1, 300));
        assertThat(sales.sales(new SalesQuery(shopId, FIRST.plusDays(1), FIRST.plusDays(2), UTC)))
                .containsExactly(day(2, 2, 2, 800));
    }

    @Test
    void a_zone_need_not_be_whole_hours_away() {
        paidAt("2024-03-02 18:14:59", 1, 0);
        paidAt("2024-03-02 18:15:00", 0, 1);

        assertThat(sales.sales(new SalesQuery(shopId, FIRST.plusDays(1), FIRST.plusDays(3), "Asia/Kathmandu")))
                .containsExactly(day(2, 1, 1, 500), day(3, 1, 1, 300));
    }

    @Test
    void a_day_on_which_the_clocks_change_is_shorter() {
        paidAt("2024-03-31 21:59:59", 1, 0);
        paidAt("2024-03-31 22:00:00", 0, 1);

        LocalDate change = LocalDate.parse("2024-03-31");
        assertThat(sales.sales(new SalesQuery(shopId, change, change.plusDays(2), "Europe/Berlin")))
                .extracting(SalesDay::paidCents)
                .containsExactly(500L, 300L);
    }

    @Test
    void money_goes_back_on_a_day_of_its_own_and_only_when_it_is_back() {
        OrderView sold = shipped("2024-03-01 12:00:00");
        long part = ask(sold, 200L);
        assertThat(refunded()).containsExactly(0L, 0L);
        decisions.approve(new ApproveRefundCommand(shopId, part, Shop.MERCHANT));
        settledAt(part, "2024-03-02 12:00:00");
        long refused = ask(sold, 100L);
        decisions.refuse(new RefuseRefundCommand(shopId, refused, "worn", Shop.MERCHANT));
        settledAt(refused, "2024-03-02 12:00:00");

        assertThat(refunded()).containsExactly(0L, 200L);
        assertThat(sales.sales(new SalesQuery(shopId, FIRST, FIRST.plusDays(1), UTC)))
                .as("the sale stays where it was")
                .containsExactly(day(1, 1, 1, 500));
    }

    @Test
    void a_sale_that_was_refunded_altogether_stays_a_sale_of_its_day() {
        OrderView sold = paid(1, 0);
        shop.sql("UPDATE orders SET paid_at = '2024-03-01 12:00:00' WHERE order_id = " + sold.orderId());
        settledAt(ask(sold, null), "2024-03-02 12:00:00");

        assertThat(shop.status(sold.orderId())).isEqualTo("REFUNDED");
        assertThat(sales.sales(new SalesQuery(shopId, FIRST, FIRST.plusDays(2), UTC)))
                .extracting(SalesDay::orders, SalesDay::paidCents, SalesDay::refundedCents)
                .containsExactly(tuple(1L, 500L, 0L), tuple(0L, 0L, 500L));
    }

    @Test
    void what_was_never_paid_is_no_sale() {
        OrderView cancelled = place(3, 0);
        orders.cancel(user, cancelled.orderId());
        place(1, 0);
        LocalDate today = LocalDate.now(ZoneId.of(UTC));

        assertThat(sales.sales(new SalesQuery(shopId, today.minusDays(1), today.plusDays(2), UTC)))
                .allMatch(day -> day.orders() == 0 && day.pieces() == 0 && day.paidCents() == 0);
    }

    @Test
    void a_shop_sees_its_own_sales_and_the_mall_all_of_them() {
        LocalDate quiet = LocalDate.parse("2023-07-01");
        paidAt("2023-07-01 12:00:00", 1, 0);
        long other = shop.number();
        OrderView elsewhere = pay(orders.place(shop.buy(user, shop.sku(other, 900, 5), 1))
                .value()
                .orders()
                .get(0));
        shop.sql("UPDATE orders SET paid_at = '2023-07-01 12:00:00' WHERE order_id = " + elsewhere.orderId());

        assertThat(paidOn(shopId, quiet)).isEqualTo(500);
        assertThat(paidOn(other, quiet)).isEqualTo(900);
        assertThat(paidOn(null, quiet)).isEqualTo(1400);
    }

    @Test
    void what_is_closed_is_told_by_its_figures_and_what_came_later_by_the_orders() {
        OrderView sold = shipped("2024-03-01 18:14:59");
        settledAt(ask(sold, 200L), "2024-03-02 12:00:00");
        paidAt("2024-03-01 18:15:00", 2, 1);
        paidAt("2024-03-03 00:00:00", 1, 1);
        List<List<SalesDay>> before = inEveryZone();
        long ofAll = paidOn(null, FIRST.plusDays(2));

        closing.closeAll();
        closing.closeAll();
        assertThat(inEveryZone()).isEqualTo(before);
        assertThat(paidOn(null, FIRST.plusDays(2))).isEqualTo(ofAll);

        shop.sql("UPDATE orders SET paid_at = '2020-01-01' WHERE shop_id = " + shopId);
        shop.sql("UPDATE refund_request SET updated_at = '2020-01-01' WHERE shop_id = " + shopId);
        assertThat(inEveryZone()).as("no order is read").isEqualTo(before);

        LocalDate today = LocalDate.now(ZoneId.of(UTC));
        paid(1, 0);
        assertThat(sales.sales(new SalesQuery(shopId, today.minusDays(1), today.plusDays(2), UTC)).stream()
                        .mapToLong(SalesDay::paidCents)
                        .sum())
                .isEqualTo(500);
    }

    private List<List<SalesDay>> inEveryZone() {
        return Stream.of(UTC, SHANGHAI, "Asia/Kathmandu", "America/New_York")
                .map(zone -> sales.sales(new SalesQuery(shopId, FIRST.minusDays(1), FIRST.plusDays(4), zone)))
                .toList();
    }

    @Test
    void a_period_has_at_least_one_day_and_at_most_92_and_a_zone() {
        assertThat(sales.sales(new SalesQuery(shopId, FIRST, FIRST.plusDays(92), SHANGHAI)))
                .hasSize(92);
        for (SalesQuery wrong : List.of(
                new SalesQuery(shopId, FIRST, FIRST, SHANGHAI),
                new SalesQuery(shopId, FIRST, FIRST.minusDays(1), SHANGHAI),
                new SalesQuery(shopId, FIRST, FIRST.plusDays(93), SHANGHAI),
                new SalesQuery(shopId, null, FIRST, SHANGHAI),
                new SalesQuery(shopId, LocalDate.MIN, LocalDate.MAX, SHANGHAI),
                new SalesQuery(shopId, FIRST, FIRST.plusDays(1), "Mars/Phobos"),
                new SalesQuery(0L, FIRST, FIRST.plusDays(1), SHANGHAI))) {
            Shop.refused(ErrorCode.VALIDATION, () -> {
                wrong.check();
                return null;
            });
        }
    }

    @Test
    void the_database_looks_at_the_orders_of_the_period_only() {
        assertThat(shop.possibleKeysOf("SELECT total_cents FROM orders WHERE paid_at >= '2024-03-01' AND shop_id = 1"
                        + " AND paid_at < '2024-03-02'"))
                .contains("ix_orders_shop_paid");
        assertThat(shop.possibleKeysOf("SELECT total_cents FROM orders WHERE paid_at >= '2024-03-01'"))
                .contains("ix_orders_paid");
        assertThat(shop.possibleKeysOf("SELECT amount_cents FROM refund_request WHERE status = 'DONE' AND shop_id = 1"
                        + " AND updated_at >= '2024-03-01'"))
                .contains("ix_refund_request_shop_settled");
        assertThat(shop.possibleKeysOf("SELECT amount_cents FROM refund_request WHERE status = 'DONE'"
                        + " AND updated_at >= '2024-03-01'"))
                .contains("ix_refund_request_settled");
    }

    private List<Long> refunded() {
        return sales.sales(new SalesQuery(shopId, FIRST, FIRST.plusDays(2), UTC)).stream()
                .map(SalesDay::refundedCents)
                .toList();
    }

    private long paidOn(Long ofShop, LocalDate day) {
        return sales.sales(new SalesQuery(ofShop, day, day.plusDays(1), UTC))
                .get(0)
                .paidCents();
    }

    private OrderView place(int mugs, int bowls) {
        List<PurchaseLine> lines = List.of(new PurchaseLine(mug, mugs), new PurchaseLine(bowl, bowls)).stream()
                .filter(line -> line.quantity() > 0)
                .toList();
        return orders.place(shop.buy(user, "key-" + shop.number(), lines))
                .value()
                .orders()
                .get(0);
    }

    private OrderView pay(OrderView order) {
        payments.markPaid(
                new MarkPaidCommand(shop.number(), List.of(new OrderAmount(order.orderId(), order.totalCents()))));
        return order;
    }

    private OrderView paid(int mugs, int bowls) {
        return pay(place(mugs, bowls));
    }

    private OrderView paidAt(String utc, int mugs, int bowls) {
        OrderView order = paid(mugs, bowls);
        shop.sql("UPDATE orders SET paid_at = '" + utc + "' WHERE order_id = " + order.orderId());
        return order;
    }

    private OrderView shipped(String paidAt) {
        OrderView order = paidAt(paidAt, 1, 0);
        merchant.ship(new ShipCommand(shopId, order.orderId(), "SF", "SF1001", Shop.MERCHANT));
        return order;
    }

    private long ask(OrderView order, Long cents) {
        return refunds.request(
                        new RequestRefundCommand(user, order.orderId(), "key-" + shop.number(), "Too small", cents))
                .value()
                .refundId();
    }

    private void settledAt(long refundId, String utc) {
        shop.sql("UPDATE refund_request SET updated_at = '" + utc + "' WHERE refund_id = " + refundId);
    }

    private static SalesDay day(int dayOfMarch, long orders, long pieces, long cents) {
        return new SalesDay(FIRST.plusDays(dayOfMarch - 1L), orders, pieces, cents, 0);
    }
}
