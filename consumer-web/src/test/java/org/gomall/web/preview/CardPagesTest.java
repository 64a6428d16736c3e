package org.gomall.web.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.OrderView;
import org.gomall.api.payment.PaymentStatus;
import org.gomall.api.payment.PaymentView;
import org.gomall.slice.Browser.Answer;
import org.junit.jupiter.api.Test;

/** Cards, paying with them, and what the page of a payment offers while it waits and after it has failed. */
class CardPagesTest extends PagesTest {

    private static final String GOOD =
            "number=4242+4242+4242+4242&expiryMonth=12&expiryYear=2030&cvv=123&holder=Alice+Wang";

    @Test
    void a_card_is_added_shown_and_deleted_after_asking() {
        logIn();
        assertThat(browser.get("/account/cards").body()).contains("No cards yet");

        Answer added = add(GOOD);

        assertThat(added.status()).isEqualTo(302);
        assertThat(browser.get("/account/cards").body())
                .contains("Card added.", "Visa ending in 4242", "Expires 12/2030", "Alice Wang");
        long card = mall.cards.list(MemoryOrders.ALICE).get(0).cardId();
        String question = browser.get("/account/cards/" + card + "/delete").body();
        assertThat(question).contains("Delete this card?", "Delete Visa ending in 4242");
        browser.form("/account/cards/" + card + "/delete", "_csrf=" + find(CSRF, question));
        assertThat(mall.cards.list(MemoryOrders.ALICE)).isEmpty();
    }

    @Test
    void a_refused_card_keeps_what_was_typed_but_never_number_and_cvv() {
        logIn();

        Answer refused = add(GOOD.replace("4242&exp", "4241&exp").replace("cvv=123", "cvv=98765"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body())
                .contains("id=\"number-wrong\"", "id=\"cvv-wrong\"", "value=\"Alice Wang\"", "value=\"2030\"")
                .doesNotContain("4242 4242", "98765");
    }

    @Test
    void the_demo_shows_the_numbers_to_play_with() {
        logIn();

        assertThat(browser.get("/account/cards/new").body()).contains("Declined", "4000000000000002");
    }

    @Test
    void a_payment_by_card_waits_can_be_cancelled_and_tried_again() {
        logIn();
        add(GOOD);
        OrderView order = placedOrder();
        String page = browser.get("/pay?orderIds=" + order.orderId()).body();
        assertThat(page).contains("Visa ending in 4242", "Pay ¥269.00");

        Answer paid = payByCard(order, page);

        String waiting = browser.get(path(paid)).body();
        long payment = newest(order).paymentId();
        assertThat(waiting)
                .contains(
                        "Your payment is under way",
                        "data-events=\"/api/payments/" + payment + "/events\"",
                        "data-status=\"PENDING\"",
                        "hx-trigger=\"order-changed from:body\"",
                        "hx-trigger=\"every 15s\"",
                        "data-announce=\"Your payment is under way\"",
                        "Check again",
                        "Cancel this payment")
                .contains("<a id=\"order-" + order.orderId() + "\"", "id=\"to-orders\"", "id=\"to-home\"");
        String cancel = "/orders/" + order.orderId() + "/payments/" + payment + "/cancel";
        Answer done = browser.form(cancel, "method=card-6001&_csrf=" + find(CSRF, waiting));
        assertThat(path(done)).isEqualTo("/orders/" + order.orderId() + "/result?method=card-6001");
        assertThat(browser.get(path(done)).body())
                .contains("The payment was cancelled", "/pay?orderIds=" + order.orderId())
                .doesNotContain("Cancel this payment", "hx-trigger", "data-events");
        Answer late = browser.form(cancel, "_csrf=" + find(CSRF, waiting));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("the state has changed meanwhile");
    }

    @Test
    void a_payment_that_failed_offers_it_again_and_another_way_only_while_the_order_waits() {
        logIn();
        add(GOOD);
        OrderView order = placedOrder();
        Answer paid =
                payByCard(order, browser.get("/pay?orderIds=" + order.orderId()).body());

        mall.money.end(newest(order).paymentId(), PaymentStatus.FAILED);
        String failed = browser.get(path(paid)).body();
        assertThat(failed).contains("The payment failed", "No money was taken", ">Try again<", ">Pay another way<");
        String again = "/pay?orderIds=" + order.orderId() + "&amp;method=";
        assertThat(failed).contains("href=\"" + again + "card-6001\"", "href=\"" + again + "wallet\"");
        assertThat(browser.get("/pay?orderIds=" + order.orderId() + "&method=card-6001")
                        .body())
                .containsPattern("id=\"method-card-6001\"[^>]*checked");

        mall.orders.step(order.orderId(), OrderStatus.CANCELLED, "SYSTEM", null, null, null);
        assertThat(browser.get(path(paid)).body())
                .contains("The payment failed")
                .doesNotContain("Try again", "Pay another way");
    }

    @Test
    void the_outcome_is_found_by_order_and_its_old_address_leads_there() {
        logIn();
        add(GOOD);
        OrderView order = placedOrder();
        String result = "/orders/" + order.orderId() + "/result";
        assertThat(path(browser.get(result))).as("nothing paid yet").isEqualTo("/orders/" + order.orderId());
        payByCard(order, browser.get("/pay?orderIds=" + order.orderId()).body());
        long declined = newest(order).paymentId();
        mall.money.end(declined, PaymentStatus.FAILED);
        String pay = browser.get("/pay?orderIds=" + order.orderId()).body();
        browser.form(
                "/pay",
                "orderIds=" + order.orderId() + "&method=wallet&key=" + find(KEY, pay) + "&_csrf=" + find(CSRF, pay));

        assertThat(browser.get(result).body()).contains("Paid. Thank you!").doesNotContain("data-events");
        Answer old = browser.get("/pay/result/" + declined);
        assertThat(path(old)).isEqualTo(result + "?payment=" + declined);
        assertThat(browser.get(path(old)).body()).contains("The payment failed").doesNotContain("Try again");
        assertThat(browser.get(result + "?payment=1").status()).isEqualTo(404);
        assertThat(browser.get("/orders/4711/result").status()).isEqualTo(404);
    }

    @Test
    void several_orders_of_one_payment_are_shown_together() {
        logIn();
        OrderView first = placedOrder();
        OrderView second = placedOrder();
        String both = first.orderId() + "," + second.orderId();
        String pay = browser.get("/pay?orderIds=" + both).body();
        Answer paid = browser.form(
                "/pay", "orderIds=" + both + "&method=wallet&key=" + find(KEY, pay) + "&_csrf=" + find(CSRF, pay));

        for (OrderView order : List.of(first, second)) {
            assertThat(browser.get("/orders/" + order.orderId() + "/result").body())
                    .contains("¥538.00", "id=\"order-" + first.orderId(), "id=\"order-" + second.orderId());
        }
        assertThat(path(paid)).startsWith("/orders/" + first.orderId() + "/result");
    }

    @Test
    void a_captured_payment_waits_for_its_order_and_listens_to_it() {
        logIn();
        add(GOOD);
        OrderView order = placedOrder();
        Answer paid =
                payByCard(order, browser.get("/pay?orderIds=" + order.orderId()).body());
        mall.money.end(newest(order).paymentId(), PaymentStatus.SUCCEEDED);

        assertThat(browser.get(path(paid)).body())
                .contains(
                        "Your payment is under way",
                        "data-events=\"/api/orders/" + order.orderId() + "/events\"",
                        "data-status=\"CREATED\"");
    }

    @Test
    void without_provider_payment_the_outcome_says_so_and_looks_again() {
        logIn();
        OrderView order = placedOrder();
        mall.money.away = true;

        Answer away = browser.get("/orders/" + order.orderId() + "/result");

        assertThat(away.status()).isEqualTo(200);
        assertThat(away.body())
                .contains("We cannot see the payment right now", "Waiting for payment", "hx-trigger=\"every 10s\"");
    }

    @Test
    void the_page_that_asks_for_money_leaves_when_it_is_paid_or_being_paid_in_another_tab() {
        logIn();
        add(GOOD);
        OrderView order = placedOrder();
        String pay = "/pay?orderIds=" + order.orderId();
        payByCard(order, browser.get(pay).body());
        assertThat(path(browser.get(pay))).isEqualTo("/orders/" + order.orderId() + "/result");

        mall.money.end(newest(order).paymentId(), PaymentStatus.SUCCEEDED);
        mall.orders.step(order.orderId(), OrderStatus.PAID, "SYSTEM", null, null, null);
        assertThat(path(browser.get(pay))).isEqualTo("/orders/" + order.orderId() + "/result");
    }

    private Answer payByCard(OrderView order, String page) {
        long card = mall.cards.list(MemoryOrders.ALICE).get(0).cardId();
        return browser.form(
                "/pay",
                "orderIds=" + order.orderId() + "&method=card-" + card + "&key=" + find(KEY, page) + "&_csrf="
                        + find(CSRF, page));
    }

    private PaymentView newest(OrderView order) {
        return mall.money.ofOrder(MemoryOrders.ALICE, order.orderId()).get(0);
    }

    @Test
    void merchants_see_the_payments_of_their_shop_and_shoppers_do_not() {
        logIn("nova");
        assertThat(browser.get("/merchant/payments").body()).contains("<h1>Payments</h1>", "No payments here");

        browser = org.gomall.slice.Browser.at(port).keepingCookies();
        logIn();
        assertThat(browser.get("/merchant/payments").status()).isEqualTo(403);
        assertThat(browser.get("/admin/payments").status()).isEqualTo(403);
    }

    private Answer add(String fields) {
        return browser.form("/account/cards", fields + "&_csrf=" + csrf("/account/cards/new"));
    }
}
