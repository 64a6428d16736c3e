package org.gomall.web.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.order.CancelReason;
import org.gomall.api.order.CartOwner;
import org.gomall.api.order.CartService;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.OrderView;
import org.gomall.api.payment.PaymentService;
import org.gomall.slice.Browser.Answer;
import org.junit.jupiter.api.Test;

/** From the cart to the paid order. */
class BuyingPagesTest extends PagesTest {

    @Test
    void a_guest_fills_a_cart_and_keeps_it_through_the_login() {
        addToCart(1_000_024, 2);
        assertThat(browser.get("/products/100002").body()).contains("Cart, 2 items", "Added to your cart");
        Answer checkout = browser.get("/checkout");
        assertThat(checkout.header("Location")).endsWith("/login?next=%2Fcheckout");
        logIn();
        assertThat(browser.get("/cart").body()).contains("Rattan Table Lamp", "¥538.00");
        assertThat(browser.get("/checkout").body()).contains("Alice Wang", "¥538.00");
    }

    @Test
    void a_form_without_the_token_changes_nothing() {
        logIn();
        Answer refused = browser.form("/cart/items", "skuId=1000021&quantity=1");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(mall.carts.view(CartOwner.user(MemoryOrders.ALICE)).count()).isZero();
    }

    @Test
    void a_page_that_asked_in_the_background_finds_the_words_of_a_refusal_with_the_seconds_to_wait() {
        String page = browser.get("/products/100002").body();
        assertThat(page).contains("id=\"add\"");
        for (ErrorCode code : List.of(ErrorCode.RATE_LIMITED, ErrorCode.UNAVAILABLE)) {
            doThrow(new BusinessException(code, code.defaultMessage(), Map.of("retryAfterSeconds", 7)))
                    .when(context.getBean(CartService.class))
                    .add(any(), any());

            Answer refused = browser.form("/cart/items", "skuId=1000024&_csrf=" + find(CSRF, page));

            assertThat(refused.status()).isEqualTo(code.httpStatus());
            assertThat(refused.header("Retry-After")).isEqualTo("7");
            assertThat(refused.body())
                    .containsPattern("<span data-refusal[^>]*>[^<]*again in 7 s")
                    .doesNotContain("id=\"add\"");
        }
    }

    @Test
    void one_item_is_not_called_items() {
        assertThat(browser.get("/").body()).contains(">Cart, empty<");
        addToCart(1_000_024, 1);
        assertThat(browser.get("/cart").body()).contains(">Cart, 1 item<", "\"Cart: 1 item, total ¥269.00\"");
        assertThat(browser.get("/products?keyword=Featherbook").body()).contains(">1 product<");
    }

    @Test
    void removing_a_cart_line_offers_undo() {
        addToCart(1_000_024, 3);
        browser.form("/cart/items/1000024/remove", "quantity=3&_csrf=" + csrf("/cart"));
        String cart = browser.get("/cart").body();
        assertThat(cart)
                .contains("Your cart is empty", "name=\"quantity\" value=\"3\"")
                .containsPattern("<button[^>]* data-next[^>]*>Undo");
        assertThat(browser.get("/cart").body()).doesNotContain("Undo");
    }

    @Test
    void a_line_is_left_out_and_taken_in_again_without_scripts() {
        addToCart(1_000_024, 1);
        // A checked box that only scripts show is sent along nevertheless; the form's own wish comes first.
        browser.form("/cart/items/1000024", "selected=false&selected=true&_csrf=" + csrf("/cart"));
        assertThat(browser.get("/cart").body()).contains("Select at least one item", "¥0.00");
        browser.form("/cart/items/1000024", "selected=true&_csrf=" + csrf("/cart"));
        assertThat(browser.get("/cart").body())
                .doesNotContain("Select at least one item")
                .contains("¥269.00");
    }

    @Test
    void all_lines_are_selected_or_none() {
        addToCart(1_000_024, 1);
        addToCart(1_000_034, 1);
        assertThat(browser.get("/cart").body()).contains("All (2 of 2)");
        browser.form("/cart/select", "selected=false&selected=true&_csrf=" + csrf("/cart"));
        assertThat(browser.get("/cart").body()).contains("All (0 of 2)", "¥0.00", "Select at least one item");
        browser.form("/cart/select", "selected=true&_csrf=" + csrf("/cart"));
        assertThat(browser.get("/cart").body()).contains("All (2 of 2)", "¥1,178.00");
    }

    @Test
    void the_cart_is_emptied_after_asking() {
        assertThat(path(browser.get("/cart/empty"))).isEqualTo("/cart");
        addToCart(1_000_024, 3);
        assertThat(browser.get("/cart").body()).contains("href=\"/cart/empty\"");
        String question = browser.get("/cart/empty").body();
        assertThat(question).contains("Empty your cart?", "Rattan Table Lamp", "Yes, remove 3 items");
        assertThat(browser.get("/cart").body()).contains("Rattan Table Lamp");

        browser.form("/cart/empty", "_csrf=" + find(CSRF, question));

        assertThat(browser.get("/cart").body()).contains("Your cart is empty now.", "Whatever you put in stays here");
        assertThat(browser.get("/").body()).contains(">Cart, empty<");
    }

    @Test
    void a_cart_without_stock_figures_says_so_once_and_goes_on_selling() {
        addToCart(1_000_024, 1);
        addToCart(1_000_034, 1);
        assertThat(browser.get("/cart").body()).doesNotContain("it is checked when you place the order");
        mall.catalogue.stockAway = true;
        assertThat(browser.get("/cart").body())
                .containsOnlyOnce("it is checked when you place the order")
                .contains("href=\"/checkout\"");
    }

    @Test
    void an_absurd_quantity_is_refused_on_the_cart_page() {
        addToCart(1_000_024, 1);
        Answer refused = browser.form("/cart/items/1000024", "quantity=100000&_csrf=" + csrf("/cart"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("Rattan Table Lamp", "role=\"alert\"");
    }

    @Test
    void buys_from_the_product_page_to_the_paid_order() {
        logIn();
        Answer buy = browser.form("/cart/buy", "skuId=1000024&quantity=2&_csrf=" + csrf("/products/100002"));
        assertThat(buy.header("Location")).endsWith("/checkout?sku=1000024&quantity=2");
        String review = browser.get("/checkout?sku=1000024&quantity=2&addressId=5001&step=review")
                .body();
        assertThat(review).contains("Place order for ¥538.00");
        Answer placed = place(review, "sku=1000024&quantity=2&addressId=5001", 53_800);
        assertThat(placed.header("Location")).contains("/pay?orderIds=");

        String pay = browser.get(path(placed)).body();
        assertThat(pay).contains("Pay ¥538.00", "data-until=", "Balance ¥100,000.00");
        String orderId = orders().get(0).orderId() + "";
        Answer paid =
                browser.form("/pay", "orderIds=" + orderId + "&key=" + find(KEY, pay) + "&_csrf=" + find(CSRF, pay));
        assertThat(path(paid)).isEqualTo("/orders/" + orderId + "/result?method=wallet");
        assertThat(browser.get(path(paid)).body()).contains("Paid. Thank you!", "¥538.00");

        Answer again =
                browser.form("/pay", "orderIds=" + orderId + "&key=" + find(KEY, pay) + "&_csrf=" + find(CSRF, pay));
        assertThat(again.header("Location")).isEqualTo(paid.header("Location"));
        assertThat(browser.get("/orders/" + orderId).body()).contains("Paid", "The shop is packing your order.");
    }

    @Test
    void what_was_not_paid_in_time_cannot_be_paid_any_more_and_the_page_says_so() {
        logIn();
        OrderView order = placedOrder();
        String live = "/pay?orderIds=" + order.orderId();
        assertThat(browser.get(live).body())
                .contains(
                        "hx-trigger=\"order-changed from:body\"",
                        "data-events=\"/api/orders/" + order.orderId() + "/events\"",
                        "data-status=\"CREATED\"",
                        "name=\"key\"")
                .doesNotContain("Time is up");

        mall.orders.timeToPay = Duration.ZERO;
        OrderView late = placedOrder();
        String over = browser.get("/pay?orderIds=" + late.orderId()).body();
        assertThat(over)
                .contains("data-announce=\"Time is up", "hx-trigger=\"every 5s\"", "Nothing to pay")
                .doesNotContain("name=\"key\"", "data-until");
        assertThat(browser.get(live + "," + late.orderId()).body())
                .contains("Time is up", "Pay ¥269.00", "name=\"orderIds\" value=\"" + order.orderId() + "\"");

        mall.orders.step(late.orderId(), OrderStatus.CANCELLED, "SYSTEM", CancelReason.TIMEOUT, null, null);
        String cancelled = browser.get("/pay?orderIds=" + late.orderId()).body();
        assertThat(cancelled)
                .contains("<h1>Not paid in time</h1>", "Cancelled", "Rattan Table Lamp")
                .contains("data-announce=\"The time to pay ran out, so the order was cancelled. No money was taken.")
                .contains("action=\"/orders/" + late.orderId() + "/again\"", "Continue shopping")
                .doesNotContain("Time is up", "every 5s", ">Pay later<");
        assertThat(browser.get(live + "," + late.orderId()).body())
                .contains("<span>The time to pay ran out", "Pay ¥269.00", ">Pay later<");
    }

    @Test
    void what_was_cancelled_by_hand_was_not_late() {
        logIn();
        OrderView order = placedOrder();
        browser.form("/orders/" + order.orderId() + "/cancel", "_csrf=" + csrf("/cart"));
        assertThat(browser.get("/pay?orderIds=" + order.orderId()).body())
                .contains("<h1>Nothing to pay</h1>", "You cancelled it.")
                .doesNotContain("The time to pay ran out");
    }

    @Test
    void a_line_of_the_cart_adds_up_and_takes_its_shape_while_it_is_changed() {
        addToCart(1_000_024, 2);
        assertThat(browser.get("/cart").body())
                .contains("× 2 = ¥538.00", "1-ink.svg")
                .containsPattern("<li class=\"loads\" hx-indicator=\"closest li, #cart-sums\"")
                .containsPattern("<dl class=\"sums loads\" id=\"cart-sums\"");
    }

    @Test
    void pressing_twice_places_one_order() {
        logIn();
        String review = browser.get("/checkout?sku=1000024&quantity=1&addressId=5001&step=review")
                .body();
        Answer first = place(review, "sku=1000024&quantity=1&addressId=5001", 26_900);
        Answer second = place(review, "sku=1000024&quantity=1&addressId=5001", 26_900);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(orders()).hasSize(1);
    }

    @Test
    void a_changed_price_must_be_accepted() {
        logIn();
        String review = browser.get("/checkout?sku=1000024&quantity=1&addressId=5001&step=review")
                .body();
        Answer changed = place(review, "sku=1000024&quantity=1&addressId=5001&note=ring+twice", 26_000);
        assertThat(changed.status()).isEqualTo(409);
        assertThat(changed.body())
                .contains(
                        "The total has changed from ¥260.00 to ¥269.00",
                        "Accept ¥269.00 and place the order",
                        "ring twice");
        assertThat(orders()).isEmpty();
    }

    @Test
    void without_stock_figures_the_checkout_says_that_they_are_checked_when_ordering() {
        mall.catalogue.add(666_003, 3002, "Lost Bowl", "碗", 4_200);
        mall.catalogue.stockAway = true;
        logIn();

        assertThat(browser.get("/checkout?sku=6660031&quantity=1&addressId=5001&step=review")
                        .body())
                .contains("it is checked when you place the order");
        assertThat(browser.get("/checkout?sku=6660031&quantity=1&addressId=5001&step=address")
                        .body())
                .doesNotContain("it is checked when you place the order");
    }

    @Test
    void an_order_that_is_refused_for_trouble_says_so_and_keeps_its_key() {
        logIn();
        String review = browser.get("/checkout?sku=1000024&quantity=1&addressId=5001&step=review")
                .body();
        mall.orders.away = true;

        Answer refused = place(review, "sku=1000024&quantity=1&addressId=5001&note=ring+twice", 26_900);

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("3");
        assertThat(refused.body()).contains("nothing was done. Please try again in 3 s.", "ring twice");
        assertThat(find(KEY, refused.body())).isEqualTo(find(KEY, review));
    }

    @Test
    void the_key_stays_while_the_outcome_is_unknown() {
        logIn();
        PaymentService payments = context.getBean(PaymentService.class);
        OrderView order = placedOrder();
        String page = browser.get("/pay?orderIds=" + order.orderId()).body();
        doThrow(new BusinessException(ErrorCode.TIMEOUT)).when(payments).pay(any());
        Answer lost = browser.form(
                "/pay", "orderIds=" + order.orderId() + "&key=" + find(KEY, page) + "&_csrf=" + find(CSRF, page));
        assertThat(lost.status()).isEqualTo(504);
        assertThat(lost.body()).contains("It is safe to press the button again", "Reference: ");
        assertThat(find(KEY, lost.body())).isEqualTo(find(KEY, page));
    }
}
