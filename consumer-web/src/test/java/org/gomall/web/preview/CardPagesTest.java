package org.gomall.web.preview;

import static org.assertj.core.api.Assertions.assertThat;

import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.OrderView;
import org.gomall.api.payment.PaymentStatus;
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
        assertThat(page).contains("Or pay by card", "Visa ending in 4242", "Pay ¥269.00 by card");
        long card = mall.cards.list(MemoryOrders.ALICE).get(0).cardId();

        Answer paid = browser.form(
                "/pay",
                "orderIds=" + order.orderId() + "&cardId=" + card + "&key=" + find(KEY, page) + "&_csrf="
                        + find(CSRF, page));

        String waiting = browser.get(path(paid)).body();
        assertThat(waiting)
                .contains("Your payment is under way", "hx-trigger=\"every 1s\"", "Look again", "Cancel this payment")
                .contains("<a id=\"order-" + order.orderId() + "\"", "id=\"to-orders\"", "id=\"to-home\"");
        browser.form(path(paid) + "/cancel", "_csrf=" + find(CSRF, waiting));
        String cancelled = browser.get(path(paid)).body();
        assertThat(cancelled)
                .contains("The payment was cancelled", "/pay?orderIds=" + order.orderId())
                .doesNotContain("Cancel this payment", "hx-trigger");
        Answer late = browser.form(path(paid) + "/cancel", "_csrf=" + find(CSRF, waiting));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("the state has changed meanwhile");
    }

    @Test
    void a_payment_that_failed_offers_another_way_only_while_the_order_waits() {
        logIn();
        add(GOOD);
        OrderView order = placedOrder();
        long card = mall.cards.list(MemoryOrders.ALICE).get(0).cardId();
        String page = browser.get("/pay?orderIds=" + order.orderId()).body();
        Answer paid = browser.form(
                "/pay",
                "orderIds=" + order.orderId() + "&cardId=" + card + "&key=" + find(KEY, page) + "&_csrf="
                        + find(CSRF, page));

        mall.money.end(Long.parseLong(path(paid).replaceAll("\\D", "")), PaymentStatus.FAILED);
        assertThat(browser.get(path(paid)).body()).contains("The payment failed", "Pay in another way");

        mall.orders.step(order.orderId(), OrderStatus.CANCELLED, "SYSTEM", null, null, null);
        assertThat(browser.get(path(paid)).body())
                .contains("The payment failed")
                .doesNotContain("Pay in another way");
    }

    @Test
    void merchants_see_the_payments_of_their_shop_and_shoppers_do_not() {
        logIn("nova");
        assertThat(browser.get("/merchant/payments").body()).contains("Shop payments", "No payments here");

        browser = org.gomall.slice.Browser.at(port).keepingCookies();
        logIn();
        assertThat(browser.get("/merchant/payments").status()).isEqualTo(403);
        assertThat(browser.get("/admin/payments").status()).isEqualTo(403);
    }

    private Answer add(String fields) {
        return browser.form("/account/cards", fields + "&_csrf=" + csrf("/account/cards/new"));
    }
}
