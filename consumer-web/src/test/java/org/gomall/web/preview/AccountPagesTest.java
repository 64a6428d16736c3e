package org.gomall.web.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.order.CartLineCommand;
import org.gomall.api.order.CartOwner;
import org.gomall.api.order.LeavingOrderService;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.OrderView;
import org.gomall.api.payment.PaymentService;
import org.gomall.api.payment.WalletService;
import org.gomall.api.user.LeavingObstacle;
import org.gomall.api.user.LeavingService;
import org.gomall.slice.Browser;
import org.gomall.slice.Browser.Answer;
import org.gomall.slice.MemorySessions;
import org.junit.jupiter.api.Test;

/** What belongs to somebody: account, wallet, addresses, orders, the orders of a shop. */
class AccountPagesTest extends PagesTest {

    @Test
    void what_was_typed_is_kept_and_the_wrong_fields_are_named() {
        Answer refused = browser.form(
                "/register", "username=a&email=carol%40gomall.example&password=short&_csrf=" + csrf("/register"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body())
                .contains(
                        "value=\"carol@gomall.example\"",
                        "id=\"username-wrong\"",
                        "id=\"password-wrong\"",
                        "aria-invalid=\"true\"")
                .doesNotContain("value=\"short\"");
    }

    @Test
    void a_wrong_password_is_refused_in_plain_words() {
        Answer refused = browser.form("/login", "account=alice&password=nope&next=/orders&_csrf=" + csrf("/login"));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body()).contains("Wrong user name or password.", "value=\"alice\"", "value=\"/orders\"");
    }

    @Test
    void who_cannot_be_logged_in_after_registering_still_comes_back_to_where_it_began() {
        MemorySessions sessions = context.getBean(MemorySessions.class);
        String token = csrf("/register?next=/checkout");
        sessions.setAway(true);
        try {
            Answer registered = browser.form(
                    "/register",
                    "username=dora&email=dora%40gomall.example&password=long+enough&next=/checkout?step=review&_csrf="
                            + token);
            assertThat(path(registered)).isEqualTo("/login?next=%2Fcheckout%3Fstep%3Dreview");
        } finally {
            sessions.setAway(false);
        }
        assertThat(browser.get("/login?next=%2Fcheckout").body())
                .contains("Your account is ready. Please log in.", "name=\"next\" value=\"/checkout\"");
    }

    @Test
    void whose_session_has_ended_comes_back_to_the_page_with_the_form() {
        String page = "http://127.0.0.1:" + port + "/account/wallet?page=2";
        browser.header("Referer", page);
        assertThat(path(browser.form("/account/wallet", "amount=1")))
                .isEqualTo("/login?next=%2Faccount%2Fwallet%3Fpage%3D2");
        assertThat(browser.header("HX-Request", "true").get("/orders/1?seen=x").header("HX-Redirect"))
                .isEqualTo("/login?next=%2Faccount%2Fwallet%3Fpage%3D2");

        for (String other : List.of("https://evil.example//evil.example", "mailto:eve", "%%", "/login")) {
            assertThat(path(Browser.at(port).header("Referer", other).form("/account/wallet", "amount=1")))
                    .isEqualTo("/login");
        }
    }

    @Test
    void an_amount_that_is_none_is_refused_and_a_good_one_booked() {
        logIn();
        String wallet = browser.get("/account/wallet").body();
        Answer refused = browser.form(
                "/account/wallet", "amount=1.234&key=" + find(KEY, wallet) + "&_csrf=" + find(CSRF, wallet));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("value=\"1.234\"", "id=\"amount-wrong\"", "¥100,000.00");
        Answer booked = browser.form(
                "/account/wallet", "amount=1,234.50&key=" + find(KEY, wallet) + "&_csrf=" + find(CSRF, wallet));
        assertThat(booked.status()).isEqualTo(302);
        assertThat(browser.get("/account/wallet").body()).contains("¥101,234.50", "+¥1,234.50");
    }

    @Test
    void an_address_is_deleted_only_after_asking() {
        logIn();
        String question = browser.get("/account/addresses/5002/delete").body();
        assertThat(question).contains("Delete this address?", "Delete the address of Alice at work");
        browser.form("/account/addresses/5002/delete", "_csrf=" + find(CSRF, question));
        assertThat(mall.addresses.list(MemoryOrders.ALICE)).hasSize(1);
    }

    @Test
    void the_live_part_of_an_order_is_sent_only_when_something_has_changed() {
        logIn();
        OrderView order = placedOrder();
        String page = browser.get("/orders/" + order.orderId()).body();
        assertThat(page).contains("data-events=\"/api/orders/" + order.orderId() + "/events\"");
        Matcher seen = Pattern.compile("seen=([A-Za-z0-9_-]+)\"").matcher(page);
        assertThat(seen.find()).isTrue();
        String live = "/orders/" + order.orderId() + "?seen=" + seen.group(1);
        assertThat(browser.get(live).status()).isEqualTo(204);
        mall.orders.step(order.orderId(), OrderStatus.CANCELLED, "SYSTEM", null, null, null);
        assertThat(browser.get(live).body()).contains("Order status: Cancelled").doesNotContain("data-events");
    }

    @Test
    void an_order_is_shown_while_payments_are_away() {
        logIn();
        OrderView order = placedOrder();
        doThrow(new BusinessException(ErrorCode.UNAVAILABLE))
                .when(context.getBean(PaymentService.class))
                .ofOrder(anyLong(), anyLong());
        doThrow(new BusinessException(ErrorCode.UNAVAILABLE))
                .when(context.getBean(WalletService.class))
                .wallet(anyLong());
        assertThat(browser.get("/orders/" + order.orderId()).body()).contains("Payments cannot be shown right now");
        assertThat(browser.get("/pay?orderIds=" + order.orderId()).body()).contains("The balance cannot be shown");
    }

    @Test
    void who_cannot_leave_yet_sees_why_and_where_to_look() {
        logIn();
        doReturn(List.of(4711L))
                .when(context.getBean(LeavingOrderService.class))
                .open(anyLong());
        doReturn(List.of(LeavingObstacle.SHOP))
                .when(context.getBean(LeavingService.class))
                .obstacles(anyLong());

        assertThat(browser.get("/account").body()).contains("href=\"/account/close\"");
        assertThat(browser.get("/account/close").body())
                .contains("href=\"/orders/4711\"", "Order 4711", "You run a shop")
                .doesNotContain("name=\"password\"");
    }

    @Test
    void a_wrong_password_keeps_the_account() {
        logIn();
        doThrow(new BusinessException(ErrorCode.BAD_CREDENTIALS))
                .when(context.getBean(LeavingService.class))
                .check(any());

        Answer refused = browser.form("/account/close", "password=nope&_csrf=" + csrf("/account/close"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("id=\"password-wrong\"");
        verify(context.getBean(LeavingService.class), never()).close(any());
        verify(context.getBean(LeavingOrderService.class), never()).settle(anyLong());
        assertThat(browser.get("/account").status()).isEqualTo(200);
    }

    @Test
    void whoever_leaves_is_logged_out_at_once() {
        logIn();

        Answer left = browser.form("/account/close", "password=right&_csrf=" + csrf("/account/close"));

        assertThat(left.status()).isEqualTo(302);
        verify(context.getBean(LeavingService.class)).close(any());
        assertThat(browser.get("/").body()).contains("Your account is closed");
        assertThat(browser.get("/account").status()).isEqualTo(302);
    }

    @Test
    void cancelling_too_late_says_why() {
        logIn();
        OrderView order = placedOrder();
        String question = browser.get("/orders/" + order.orderId() + "/cancel").body();
        mall.orders.step(order.orderId(), OrderStatus.PAID, "SYSTEM", null, null, null);
        Answer late = browser.form("/orders/" + order.orderId() + "/cancel", "_csrf=" + find(CSRF, question));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("the state has changed meanwhile", "Its status is: Paid");
    }

    @Test
    void a_merchant_ships_an_order_of_the_own_shop() {
        logIn();
        mall.carts.add(CartOwner.user(MemoryOrders.ALICE), new CartLineCommand(1_000_011, 1));
        String review = browser.get("/checkout?addressId=5001&step=review").body();
        place(
                review,
                "addressId=5001",
                mall.carts
                        .quotes(mall.carts.lines(MemoryOrders.ALICE, null))
                        .get(0)
                        .totalCents());
        OrderView order = orders().get(0);
        mall.orders.step(order.orderId(), OrderStatus.PAID, "SYSTEM", null, null, null);
        assertThat(browser.get("/merchant/orders").status()).isEqualTo(403);

        browser = Browser.at(port).keepingCookies();
        logIn("nova");
        assertThat(browser.get("/merchant/orders?status=PAID").body()).contains(order.orderId() + "");
        String form = browser.get("/merchant/orders/" + order.orderId()).body();
        Answer shipped = browser.form(
                "/merchant/orders/" + order.orderId() + "/ship",
                "carrier=SF+Express&trackingNo=SF1234567&_csrf=" + find(CSRF, form));
        assertThat(shipped.status()).isEqualTo(302);
        assertThat(mall.orders.find(order.orderId()).status()).isEqualTo(OrderStatus.SHIPPED);
    }
}
