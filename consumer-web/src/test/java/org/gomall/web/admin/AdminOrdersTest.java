package org.gomall.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Page;
import org.gomall.api.order.AdminCancelCommand;
import org.gomall.api.order.AdminOrderQuery;
import org.gomall.api.order.AdminOrderService;
import org.gomall.api.order.AdminOrderView;
import org.gomall.api.order.CancelReason;
import org.gomall.api.order.OrderHistoryEntry;
import org.gomall.api.order.OrderItemView;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.payment.PaymentMethod;
import org.gomall.api.payment.PaymentService;
import org.gomall.api.payment.PaymentStatus;
import org.gomall.api.payment.PaymentView;
import org.gomall.api.user.AuditLogService;
import org.gomall.api.user.PrivilegedAct;
import org.gomall.api.user.UserDirectoryService;
import org.gomall.api.user.UserStatus;
import org.gomall.api.user.UserView;
import org.gomall.slice.Browser;
import org.gomall.slice.Browser.Answer;
import org.gomall.slice.SliceTest;
import org.gomall.web.merchant.Listings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.InOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Orders of everybody in the hands of admins: API and pages. */
@SliceTest
class AdminOrdersTest {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final ActingUser ADMIN = new ActingUser(1005, "127.0.0.1");
    private static final long ORDER = 7_301_444_402_937_857L;
    private static final Instant AT = Instant.parse("2026-11-21T00:00:00Z");

    @LocalServerPort
    private int port;

    @Autowired
    private AdminOrderService orders;

    @Autowired
    private PaymentService payments;

    @Autowired
    private AuditLogService audit;

    @Autowired
    private UserDirectoryService users;

    private Browser api;
    private Browser browser;

    @BeforeEach
    void log_in() {
        reset(orders, payments, audit, users);
        api = Browser.at(port).loggedIn("admin");
        browser = Browser.at(port).keepingCookies();
        browser.cookie("gomall-token", browser.token("admin"));
        AdminOrderView unpaid = order(OrderStatus.CREATED);
        when(orders.list(any())).thenReturn(new Page<>(List.of(unpaid), 1, 20, 41));
        when(orders.get(anyLong())).thenThrow(BusinessException.notFound("Order"));
        doReturn(unpaid).when(orders).get(ORDER);
        when(payments.ofOrder(1001, ORDER)).thenReturn(List.of(payment()));
        UserView alice =
                new UserView(1001, "alice", "a@gomall.example", "A", UserStatus.ACTIVE, List.of("USER"), List.of(), AT);
        when(users.get(any(), eq(1001L))).thenReturn(alice);
        when(users.named(any(), eq("alice"))).thenReturn(alice);
        when(users.named(any(), eq("nobody"))).thenThrow(BusinessException.notFound("user"));
    }

    @Test
    void the_list_takes_every_filter_of_the_contract() {
        Answer list = api.get("/api/admin/orders?status=CREATED&orderId=5&userId=1001&shopId=2001"
                + "&from=2026-11-01T00:00:00Z&to=2026-11-02T00:00:00Z&page=2&size=50");

        assertThat(list.data().get("total").intValue()).isEqualTo(41);
        assertThat(list.data().get("items").get(0).get("orderId").stringValue()).isEqualTo("" + ORDER);
        assertThat(list.data().get("items").get(0).get("phone").stringValue()).isEqualTo("138****8000");
        verify(orders)
                .list(new AdminOrderQuery(
                        OrderStatus.CREATED,
                        5L,
                        1001L,
                        2001L,
                        Instant.parse("2026-11-01T00:00:00Z"),
                        Instant.parse("2026-11-02T00:00:00Z"),
                        2,
                        50));
        assertThat(api.get("/api/admin/orders?size=101").code()).isEqualTo(40001);
        assertThat(api.get("/api/admin/orders?status=LOST").code()).isEqualTo(40001);
    }

    @Test
    void one_order_comes_with_its_payments() {
        Answer order = api.get("/api/admin/orders/" + ORDER);
        assertThat(order.data().get("userId").stringValue()).isEqualTo("1001");
        assertThat(order.data().get("history").get(0).get("to").stringValue()).isEqualTo("CREATED");
        assertThat(api.get("/api/admin/orders/" + ORDER + "/payments")
                        .data()
                        .get(0)
                        .get("status")
                        .stringValue())
                .isEqualTo("FAILED");
        assertThat(api.get("/api/admin/orders/404").code()).isEqualTo(40400);
        assertThat(api.get("/api/admin/orders/404/payments").code()).isEqualTo(40400);
    }

    @Test
    void a_cancellation_is_on_record_before_it_happens() {
        when(orders.cancel(any())).thenReturn(order(OrderStatus.CANCELLED));

        Answer cancelled = api.post("/api/admin/orders/" + ORDER + "/cancel", "{\"reason\":\" recalled \"}");

        assertThat(cancelled.data().get("status").stringValue()).isEqualTo("CANCELLED");
        InOrder sequence = inOrder(audit, orders);
        ArgumentCaptor<PrivilegedAct> act = ArgumentCaptor.forClass(PrivilegedAct.class);
        sequence.verify(audit).record(act.capture());
        sequence.verify(orders).cancel(new AdminCancelCommand(ORDER, "recalled"));
        assertThat(act.getValue().action()).isEqualTo("order.cancel");
        assertThat(act.getValue().subject()).isEqualTo("order:" + ORDER);
        assertThat(act.getValue().actorId()).isEqualTo(ADMIN.userId());
        assertThat(act.getValue().ip()).isEqualTo(ADMIN.ip());
        assertThat(act.getValue().details()).containsEntry("reason", "recalled");
    }

    @Test
    void what_cannot_be_cancelled_or_put_on_record_is_left_alone() {
        assertThat(api.post("/api/admin/orders/" + ORDER + "/cancel", "{\"reason\":\" \"}")
                        .code())
                .isEqualTo(40001);
        assertThat(api.post("/api/admin/orders/" + ORDER + "/cancel", "{}").code())
                .isEqualTo(40001);
        assertThat(api.post("/api/admin/orders/404/cancel", "{\"reason\":\"x\"}")
                        .code())
                .isEqualTo(40400);
        doReturn(order(OrderStatus.PAID)).when(orders).get(ORDER);
        assertThat(api.post("/api/admin/orders/" + ORDER + "/cancel", "{\"reason\":\"x\"}")
                        .code())
                .isEqualTo(40901);
        verify(audit, never()).record(any());

        doReturn(order(OrderStatus.CREATED)).when(orders).get(ORDER);
        doThrow(new BusinessException(ErrorCode.NO_PERMISSION)).when(audit).record(any());
        assertThat(api.post("/api/admin/orders/" + ORDER + "/cancel", "{\"reason\":\"x\"}")
                        .code())
                .isEqualTo(40300);
        verify(orders, never()).cancel(any());
    }

    @Test
    void nobody_else_sees_or_cancels_them() {
        for (String account : List.of("alice", "nova", "ops")) {
            Browser other = Browser.at(port).loggedIn(account);
            assertThat(other.get("/api/admin/orders").code()).isEqualTo(40300);
            assertThat(other.get("/api/admin/orders/" + ORDER).code()).isEqualTo(40300);
            assertThat(other.post("/api/admin/orders/" + ORDER + "/cancel", "{\"reason\":\"x\"}")
                            .code())
                    .isEqualTo(40300);
            assertThat(other.get("/admin/orders").status()).isEqualTo(403);
        }
        verify(orders, never()).get(anyLong());
    }

    @Test
    void the_page_searches_by_name_and_keeps_the_search_while_paging() {
        Answer found = browser.get("/admin/orders?status=CREATED&user=alice&from=2026-11-01&to=2026-11-30");

        verify(orders)
                .list(new AdminOrderQuery(
                        OrderStatus.CREATED,
                        null,
                        1001L,
                        null,
                        Instant.parse("2026-11-01T00:00:00Z"),
                        Instant.parse("2026-12-01T00:00:00Z"),
                        1,
                        20));
        assertThat(found.body())
                .contains(
                        "/admin/orders/" + ORDER,
                        "/admin/orders?status=CREATED&amp;user=alice&amp;from=2026-11-01&amp;to=2026-11-30&amp;page=2",
                        "/admin/orders?status=PAID&amp;user=alice",
                        "Clear filters",
                        "¥99.50",
                        "&lt;script&gt;")
                .doesNotContain("<script>alert", "13800138000");
        Answer unknown = browser.get("/admin/orders?user=nobody");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.body())
                .contains("id=\"user-wrong\"", "value=\"nobody\"")
                .doesNotContain("No orders yet");
        assertThat(browser.get("/admin/orders?orderId=x").body()).contains("id=\"orderId-wrong\"");
        assertThat(browser.get("/admin/orders?from=2026-11-30&to=2026-11-01").status())
                .isEqualTo(400);
    }

    @Test
    void nothing_yet_and_no_match_are_told_apart() {
        when(orders.list(any())).thenReturn(new Page<>(List.of(), 1, 20, 0));

        assertThat(browser.get("/admin/orders").body())
                .contains("No orders yet")
                .doesNotContain("Show all orders");
        assertThat(browser.get("/admin/orders?shopId=2001").body()).contains("No orders match", "Show all orders");
    }

    @Test
    void an_order_shows_what_happened_and_does_without_what_is_away() {
        String page = browser.get("/admin/orders/" + ORDER).body();
        assertThat(page)
                .contains("alice", "138****8000", "Failed", "Customer", "/admin/orders/" + ORDER + "/cancel")
                .doesNotContain("<script>alert");

        when(payments.ofOrder(anyLong(), anyLong())).thenThrow(new BusinessException(ErrorCode.UNAVAILABLE));
        when(users.get(any(), anyLong())).thenThrow(new BusinessException(ErrorCode.UNAVAILABLE));
        Answer partly = browser.get("/admin/orders/" + ORDER);
        assertThat(partly.status()).isEqualTo(200);
        assertThat(partly.body()).contains("This part is not available right now", "User 1001");
        doReturn(order(OrderStatus.PAID)).when(orders).get(ORDER);
        assertThat(browser.get("/admin/orders/" + ORDER).body()).doesNotContain("/cancel\"");
        assertThat(browser.get("/admin/orders/404").status()).isEqualTo(404);
    }

    @Test
    void an_order_is_cancelled_only_after_asking_and_with_a_reason() {
        String question = browser.get("/admin/orders/" + ORDER + "/cancel").body();
        assertThat(question).contains("Cancel order " + ORDER + "?", "Yes, cancel this order");
        Answer refused = browser.form("/admin/orders/" + ORDER + "/cancel", "reason=+&_csrf=" + csrf(question));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("id=\"reason-wrong\"");
        verify(orders, never()).cancel(any());

        when(orders.cancel(any())).thenReturn(order(OrderStatus.CANCELLED));
        Answer done = browser.form("/admin/orders/" + ORDER + "/cancel", "reason=recalled&_csrf=" + csrf(question));
        assertThat(done.header("Location")).endsWith("/admin/orders/" + ORDER);
        verify(orders).cancel(new AdminCancelCommand(ORDER, "recalled"));
        doReturn(order(OrderStatus.CANCELLED)).when(orders).get(ORDER);
        assertThat(browser.get("/admin/orders/" + ORDER).body()).contains("Order cancelled.", "recalled");

        Answer late = browser.form("/admin/orders/" + ORDER + "/cancel", "reason=again&_csrf=" + csrf(question));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("cannot be cancelled any more").doesNotContain("Yes, cancel this order");
    }

    private static AdminOrderView order(OrderStatus status) {
        boolean isCancelled = status == OrderStatus.CANCELLED;
        OrderHistoryEntry placed = new OrderHistoryEntry(null, OrderStatus.CREATED, AT, "USER", null);
        return new AdminOrderView(
                ORDER,
                1001,
                2001,
                status,
                9_950,
                0,
                0,
                9_950,
                0,
                List.of(new OrderItemView(
                        11,
                        1,
                        Listings.EVIL,
                        Listings.EVIL,
                        "/media/products/1/1.svg",
                        Map.of("Size", "M"),
                        9_950,
                        1,
                        9_950)),
                Listings.EVIL,
                "138****8000",
                "Zhejiang",
                "Hangzhou",
                null,
                AT,
                status == OrderStatus.CREATED ? AT.plusSeconds(1_800) : null,
                isCancelled ? CancelReason.ADMIN : null,
                null,
                null,
                isCancelled
                        ? List.of(
                                placed,
                                new OrderHistoryEntry(
                                        OrderStatus.CREATED, OrderStatus.CANCELLED, AT, "ADMIN", "recalled"))
                        : List.of(placed),
                List.of());
    }

    private static PaymentView payment() {
        return new PaymentView(8, List.of(ORDER), PaymentMethod.CARD, PaymentStatus.FAILED, 9_950, 0, AT, List.of());
    }

    private static String csrf(String page) {
        Matcher matcher = CSRF.matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
