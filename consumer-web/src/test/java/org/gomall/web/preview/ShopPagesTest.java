package org.gomall.web.preview;

import static org.assertj.core.api.Assertions.assertThat;

import org.gomall.api.order.CartLineCommand;
import org.gomall.api.order.CartOwner;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.OrderView;
import org.gomall.api.order.RefundRequestView;
import org.gomall.api.order.RefundStatus;
import org.gomall.slice.Browser;
import org.gomall.slice.Browser.Answer;
import org.junit.jupiter.api.Test;

/** Money back from both sides of the counter, parcels by the dozen, and stock by hand. */
class ShopPagesTest extends PagesTest {

    @Test
    void a_shopper_gets_the_money_of_an_order_that_is_not_shipped_back_at_once_and_once() {
        OrderView order = novaOrder(OrderStatus.PAID);
        String form = browser.get("/orders/" + order.orderId() + "/refund").body();
        assertThat(form).contains("the money is returned at once");
        String fields = "reason=Ordered+twice&amount=&key=" + find(KEY, form) + "&_csrf=" + find(CSRF, form);

        Answer asked = browser.form("/orders/" + order.orderId() + "/refund", fields);
        Answer again = browser.form("/orders/" + order.orderId() + "/refund", fields);

        assertThat(asked.status()).isEqualTo(302);
        assertThat(again.header("Location")).isEqualTo(asked.header("Location"));
        assertThat(browser.get(path(asked)).body())
                .contains("Refunded", "Ordered twice", "Money returned", "You can follow it here")
                .doesNotContain("/refund\"");
        assertThat(mall.orders.find(order.orderId()).refunds()).hasSize(1);
    }

    @Test
    void a_wish_that_cannot_be_read_keeps_what_was_typed() {
        OrderView order = novaOrder(OrderStatus.SHIPPED);
        String form = browser.get("/orders/" + order.orderId() + "/refund").body();
        assertThat(form).contains("The shop reviews your request");

        Answer refused = browser.form(
                "/orders/" + order.orderId() + "/refund",
                "reason=Too+small&amount=12.345&key=" + find(KEY, form) + "&_csrf=" + find(CSRF, form));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("value=\"Too small\"", "value=\"12.345\"", "id=\"amount-wrong\"");
        Answer empty = browser.form(
                "/orders/" + order.orderId() + "/refund",
                "reason=&key=" + find(KEY, form) + "&_csrf=" + find(CSRF, form));
        assertThat(empty.body()).contains("id=\"reason-wrong\"");
        assertThat(mall.orders.find(order.orderId()).status()).isEqualTo(OrderStatus.SHIPPED);
    }

    @Test
    void an_order_that_cannot_be_refunded_says_so() {
        OrderView order = novaOrder(OrderStatus.CREATED);
        assertThat(browser.get("/orders/" + order.orderId() + "/refund").body())
                .contains("This order cannot be refunded")
                .doesNotContain("name=\"key\"");
    }

    @Test
    void a_merchant_refuses_with_a_reason_and_the_shopper_reads_it() {
        RefundRequestView refund = askedFor();
        Browser shopper = browser;
        assertThat(shopper.get("/orders/" + refund.orderId()).body())
                .contains("The shop is reviewing your refund request.")
                .doesNotContain("on its way back");
        browser = Browser.at(port).keepingCookies();
        logIn("nova");
        assertThat(browser.get("/merchant/refunds?status=REQUESTED").body())
                .contains("" + refund.refundId(), "Too small");
        String page = browser.get("/merchant/refunds/" + refund.refundId()).body();
        assertThat(page).contains("Refund ¥", "Stoneware Coffee Mug", "Too small");

        Answer without = browser.form(
                "/merchant/refunds/" + refund.refundId() + "/refuse", "reason=+&_csrf=" + find(CSRF, page));
        assertThat(without.status()).isEqualTo(400);
        assertThat(without.body()).contains("id=\"reason-wrong\"");
        Answer refused = browser.form(
                "/merchant/refunds/" + refund.refundId() + "/refuse", "reason=It+was+worn&_csrf=" + find(CSRF, page));

        assertThat(refused.status()).isEqualTo(302);
        assertThat(browser.get(path(refused)).body()).contains("It was worn").doesNotContain("/approve\"");
        assertThat(shopper.get("/orders/" + refund.orderId()).body())
                .contains("It was worn", "Refund closed, order continues: On its way");
    }

    @Test
    void a_merchant_approves_once_and_an_admin_sees_it() {
        RefundRequestView refund = askedFor();
        browser = Browser.at(port).keepingCookies();
        logIn("nova");
        String page = browser.get("/merchant/refunds/" + refund.refundId() + "/approve")
                .body();
        assertThat(page).contains("Refund ¥", "?</h1>", "cannot be undone", "Stoneware Coffee Mug");
        assertThat(mall.refunds.get(null, refund.refundId()).status()).isEqualTo(RefundStatus.REQUESTED);

        Answer approved =
                browser.form("/merchant/refunds/" + refund.refundId() + "/approve", "_csrf=" + find(CSRF, page));
        Answer again = browser.form("/merchant/refunds/" + refund.refundId() + "/approve", "_csrf=" + find(CSRF, page));

        assertThat(approved.status()).isEqualTo(302);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body())
                .contains("decided already")
                .doesNotContain("<button class=\"button main\" type=\"submit\"");
        assertThat(browser.get("/admin/refunds").status()).isEqualTo(403);
        browser = Browser.at(port).keepingCookies();
        logIn("admin");
        assertThat(browser.get("/admin/refunds?status=DONE").body()).contains("" + refund.refundId());
        assertThat(browser.get("/admin/refunds/" + refund.refundId()).body()).contains("Money returned");
    }

    @Test
    void an_admin_decides_as_well() {
        RefundRequestView refund = askedFor();
        browser = Browser.at(port).keepingCookies();
        logIn("admin");
        String page =
                browser.get("/admin/refunds/" + refund.refundId() + "/approve").body();
        assertThat(page).contains("Stoneware Coffee Mug");

        browser.form("/admin/refunds/" + refund.refundId() + "/approve", "_csrf=" + find(CSRF, page));

        assertThat(mall.refunds.get(null, refund.refundId()).status()).isEqualTo(RefundStatus.DONE);
    }

    @Test
    void many_orders_are_shipped_with_one_form_and_the_others_stay() {
        OrderView first = novaOrder(OrderStatus.PAID);
        OrderView second = novaOrder(OrderStatus.PAID);
        OrderView gone = novaOrder(OrderStatus.PAID);
        browser = Browser.at(port).keepingCookies();
        logIn("nova");
        String page = browser.get("/merchant/orders/ship").body();
        assertThat(page).contains("" + first.orderId(), "" + second.orderId());
        mall.orders.step(gone.orderId(), OrderStatus.SHIPPED, "MERCHANT", null, "SF", "SF9");

        Answer nothing = browser.form(
                "/merchant/orders/ship",
                "carrier=SF&orderId=" + first.orderId() + "&trackingNo=&_csrf=" + find(CSRF, page));
        assertThat(nothing.status()).isEqualTo(400);
        Answer mixed = browser.form(
                "/merchant/orders/ship",
                "carrier=SF&orderId=" + first.orderId() + "&trackingNo=SF1001&orderId=" + second.orderId()
                        + "&trackingNo=&orderId=" + gone.orderId() + "&trackingNo=SF1003&_csrf=" + find(CSRF, page));

        assertThat(mixed.status()).isEqualTo(200);
        assertThat(mixed.body()).contains("Not all of them were shipped", "the state has changed meanwhile");
        assertThat(mall.orders.find(first.orderId()).trackingNo()).isEqualTo("SF1001");
        assertThat(mall.orders.find(second.orderId()).status()).isEqualTo(OrderStatus.PAID);
        Answer all = browser.form(
                "/merchant/orders/ship",
                "carrier=SF&orderId=" + second.orderId() + "&trackingNo=SF1002&_csrf=" + find(CSRF, page));
        assertThat(all.status()).isEqualTo(302);
        assertThat(browser.get("/merchant/orders/ship").body()).contains("1 marked as shipped", "Nothing to ship");
    }

    @Test
    void bulk_shipping_over_the_api_answers_for_each_order() {
        OrderView first = novaOrder(OrderStatus.PAID);
        OrderView second = novaOrder(OrderStatus.CREATED);
        Browser nova = Browser.at(port).loggedIn("nova");

        Answer answer = nova.post(
                "/api/merchant/orders/ship",
                "{\"shipments\":[" + parcel(first.orderId(), "SF1001") + "," + parcel(second.orderId(), "SF1002") + ","
                        + parcel(123, "!") + "]}");

        assertThat(answer.data().findValuesAsString("code")).containsExactly("0", "40901", "40001");
        assertThat(answer.data().get(0).get("orderId").isString()).isTrue();
        Answer twice = nova.post(
                "/api/merchant/orders/ship",
                "{\"shipments\":[" + parcel(1, "SF1001") + "," + parcel(1, "SF1001") + "]}");
        assertThat(twice.code()).isEqualTo(40001);
        assertThat(nova.post("/api/merchant/orders/ship", "{\"shipments\":[]}").code())
                .isEqualTo(40001);
        assertThat(nova.post("/api/merchant/orders/ship", "{}").code()).isEqualTo(40001);
    }

    @Test
    void a_merchant_cancels_an_unpaid_order_after_being_asked() {
        OrderView order = novaOrder(OrderStatus.CREATED);
        browser = Browser.at(port).keepingCookies();
        logIn("nova");
        String question =
                browser.get("/merchant/orders/" + order.orderId() + "/cancel").body();
        assertThat(question).contains("in the name of your shop");

        browser.form("/merchant/orders/" + order.orderId() + "/cancel", "_csrf=" + find(CSRF, question));

        assertThat(mall.orders.find(order.orderId()).status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void stock_is_changed_with_a_reason_once_per_form() {
        logIn("nova");
        assertThat(browser.get("/merchant/stock").body()).contains("Stoneware Coffee Mug", "1000011");
        String page = browser.get("/merchant/stock/1000011").body();
        int before = mall.catalogue.stock.get(1_000_011L);
        String fields = "delta=%2B10&reason=delivery&key=" + find(KEY, page) + "&_csrf=" + find(CSRF, page);

        browser.form("/merchant/stock/1000011", fields);
        browser.form("/merchant/stock/1000011", fields);

        assertThat(mall.catalogue.stock.get(1_000_011L)).isEqualTo(before + 10);
        assertThat(browser.get("/merchant/stock/1000011").body()).contains("delivery", "+10");
        Answer none =
                browser.form("/merchant/stock/1000011", "delta=ten&reason=delivery&key=k&_csrf=" + find(CSRF, page));
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.body()).contains("value=\"ten\"", "id=\"delta-wrong\"");
        Answer tooMuch =
                browser.form("/merchant/stock/1000011", "delta=-999&reason=broken&key=k2&_csrf=" + find(CSRF, page));
        assertThat(tooMuch.status()).isEqualTo(409);
    }

    @Test
    void the_stock_of_another_shop_does_not_exist() {
        Browser nova = Browser.at(port).loggedIn("nova");

        assertThat(nova.get("/api/merchant/skus/1000021/stock").code()).isEqualTo(40400);
        assertThat(nova.put("/api/merchant/skus/1000021/stock", "{\"delta\":1,\"reason\":\"mine\"}")
                        .code())
                .isEqualTo(40400);
        assertThat(nova.get("/api/merchant/skus/1000011/stock")
                        .data()
                        .get("ledger")
                        .get("items")
                        .size())
                .isZero();
        assertThat(nova.put("/api/merchant/skus/1000011/stock", "{\"delta\":2,\"reason\":\"found\"}")
                        .data()
                        .get("available")
                        .intValue())
                .isEqualTo(mall.catalogue.stock.get(1_000_011L));
        assertThat(nova.put("/api/merchant/skus/1000011/stock", "{\"delta\":0,\"reason\":\"nothing\"}")
                        .code())
                .isEqualTo(40001);
        assertThat(nova.put("/api/merchant/skus/1000011/stock", "{\"reason\":\"nothing\"}")
                        .code())
                .isEqualTo(40001);
    }

    @Test
    void a_refund_over_the_api_needs_a_key_and_answers_the_first_result_again() {
        OrderView order = novaOrder(OrderStatus.PAID);
        String url = "/api/orders/" + order.orderId() + "/refunds";
        Browser alice = Browser.at(port).loggedIn("alice");

        assertThat(alice.post(url, "{\"reason\":\"Too small\"}").code()).isEqualTo(40002);
        alice.header("Idempotency-Key", "k1");
        assertThat(alice.post(url, "{\"reason\":\"Too small\",\"status\":\"DONE\"}")
                        .code())
                .as("nothing can be slipped in")
                .isEqualTo(40001);
        Answer first = alice.post(url, "{\"reason\":\"Too small\"}");
        Answer again = alice.post(url, "{\"reason\":\"Too small\"}");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.data().get("refundId").isString()).isTrue();
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.data().get("refundId")).isEqualTo(first.data().get("refundId"));
        assertThat(alice.get(url).data().size()).isEqualTo(1);
    }

    /** An order of alice at the shop of nova, in this state. */
    private OrderView novaOrder(OrderStatus status) {
        if (browser.cookie("gomall-token") == null) {
            logIn();
        }
        mall.carts.add(CartOwner.user(MemoryOrders.ALICE), new CartLineCommand(1_000_011, 1));
        String review = browser.get("/checkout?addressId=5001&step=review").body();
        long total = mall.carts
                .quotes(mall.carts.lines(MemoryOrders.ALICE, null))
                .get(0)
                .totalCents();
        place(review, "addressId=5001", total);
        OrderView order = orders().get(0);
        if (status != OrderStatus.CREATED) {
            mall.orders.step(order.orderId(), OrderStatus.PAID, "SYSTEM", null, null, null);
        }
        if (status == OrderStatus.SHIPPED) {
            mall.orders.step(order.orderId(), OrderStatus.SHIPPED, "MERCHANT", null, "SF", "SF1000");
        }
        return mall.orders.find(order.orderId());
    }

    private RefundRequestView askedFor() {
        OrderView order = novaOrder(OrderStatus.SHIPPED);
        String form = browser.get("/orders/" + order.orderId() + "/refund").body();
        browser.form(
                "/orders/" + order.orderId() + "/refund",
                "reason=Too+small&key=" + find(KEY, form) + "&_csrf=" + find(CSRF, form));
        return mall.orders.find(order.orderId()).refunds().get(0);
    }

    private static String parcel(long orderId, String trackingNo) {
        return "{\"orderId\":\"" + orderId + "\",\"carrier\":\"SF\",\"trackingNo\":\"" + trackingNo + "\"}";
    }
}
