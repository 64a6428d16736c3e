package org.gomall.web.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.gomall.api.order.CartOwner;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.OrderView;
import org.gomall.slice.Browser.Answer;
import org.gomall.web.catalogue.CatalogueReader;
import org.junit.jupiter.api.Test;

/** What an order's page shows and offers, and the list of orders when it is empty. */
class OrderPagesTest extends PagesTest {

    @Test
    void the_title_is_in_words_and_a_line_shows_the_way_of_the_order() {
        logIn();
        OrderView order = placedOrder();
        String page = page(order);
        assertThat(page)
                .containsPattern("<h1>Order from [A-Z][a-z]{2} \\d")
                .contains("Order " + order.orderId(), "Sold by", "id=\"pay-link\"", "id=\"cancel\"")
                .doesNotContain("id=\"again\"");
        assertThat(way(page)).containsExactly("Ordered*", "Paid", "Shipped", "Received");

        mall.orders.step(order.orderId(), OrderStatus.PAID, "SYSTEM", null, null, null);
        mall.orders.step(order.orderId(), OrderStatus.SHIPPED, "MERCHANT", null, "SF", "SF1");
        page = page(order);
        assertThat(way(page)).containsExactly("Ordered", "Paid", "Shipped*", "Received");
        assertThat(page).contains("id=\"receive\"", "id=\"refund\"").doesNotContain("id=\"change\"");

        mall.orders.step(order.orderId(), OrderStatus.REFUNDING, "USER", null, null, null);
        mall.orders.step(order.orderId(), OrderStatus.REFUNDED, "SYSTEM", null, null, null);
        assertThat(way(page(order))).containsExactly("Ordered", "Paid", "Shipped", "Refund requested", "Refunded*");
    }

    @Test
    void the_state_takes_its_shape_when_a_change_is_told_and_is_asked_for_by_the_clock_in_silence() {
        logIn();
        OrderView order = placedOrder();
        assertThat(page(order))
                .containsPattern("<div id=\"order-live\"[^>]*hx-trigger=\"every 15s\"")
                .containsPattern(
                        "<section class=\"card loads\"[^>]*hx-trigger=\"order-changed from:body\"[^>]*hx-get=\"/orders/"
                                + order.orderId() + "\\?seen=");
        browser.form("/orders/" + order.orderId() + "/cancel", "_csrf=" + csrf("/cart"));
        assertThat(page(order)).doesNotContain("every 15s");
    }

    @Test
    void the_list_of_orders_is_fetched_anew_in_its_place() {
        logIn();
        placedOrder();
        assertThat(browser.get("/orders?status=CREATED").body())
                .contains("id=\"list\"", "hx-indicator=\"#list .loads\"", "class=\"loads\"")
                .contains("data-announce=\"To pay: 1 order, page 1\"", "id=\"tab-PAID\" href=\"/orders?status=PAID\"");
    }

    @Test
    void what_is_no_number_names_no_order_card_or_address_also_before_the_login() {
        List<String> paths = List.of(
                "/orders/first",
                "/orders/first/cancel",
                "/orders/1.5/refund",
                "/orders/first/result",
                "/orders/99999999999999999999",
                "/pay/result/last",
                "/account/addresses/home",
                "/account/cards/visa/delete");
        assertThat(paths)
                .allSatisfy(
                        path -> assertThat(browser.get(path).status()).as(path).isEqualTo(404));
        assertThat(browser.get("/orders/4711").status()).as("to the login").isEqualTo(302);
        assertThat(browser.get("/account/addresses/new").status()).isEqualTo(302);
        logIn();
        assertThat(paths)
                .allSatisfy(
                        path -> assertThat(browser.get(path).status()).as(path).isEqualTo(404));
    }

    @Test
    void a_cancelled_order_shows_only_where_it_has_been() {
        logIn();
        OrderView order = placedOrder();
        browser.form("/orders/" + order.orderId() + "/cancel", "_csrf=" + csrf("/cart"));
        assertThat(way(page(order))).containsExactly("Ordered", "Cancelled*");
    }

    @Test
    void what_was_bought_is_put_into_the_cart_again_once() {
        logIn();
        OrderView order = placedOrder();
        mall.orders.step(order.orderId(), OrderStatus.PAID, "SYSTEM", null, null, null);
        String again = "/orders/" + order.orderId() + "/again";

        Answer first = browser.form(again, "_csrf=" + find(CSRF, page(order)));
        browser.form(again, "_csrf=" + csrf("/orders/" + order.orderId()));

        assertThat(path(first)).isEqualTo("/cart");
        assertThat(mall.carts.view(CartOwner.user(MemoryOrders.ALICE)).count()).isEqualTo(1);
        assertThat(browser.get("/cart").body()).contains("in your cart again");
    }

    @Test
    void what_cannot_be_bought_any_more_is_named() {
        logIn();
        addToCart(1_000_024, 1);
        addToCart(1_000_034, 1);
        String review = browser.get("/checkout?addressId=5001&step=review").body();
        place(review, "addressId=5001", 26_900 + 89_900 + 1_000);
        OrderView order = orders().get(0);
        browser.form("/orders/" + order.orderId() + "/cancel", "_csrf=" + csrf("/cart"));
        mall.catalogue.stock.put(order.items().get(0).skuId(), 0);
        context.getBean(CatalogueReader.class).forgetAll();

        Answer some = browser.form("/orders/" + order.orderId() + "/again", "_csrf=" + csrf("/cart"));

        String said = browser.get(path(some)).body();
        assertThat(path(some)).endsWith("?missing=" + order.items().get(0).skuId());
        assertThat(said)
                .contains(order.items().size() == 1 ? "None of these items is available" : "No longer available: 1");
        assertThat(mall.carts.view(CartOwner.user(MemoryOrders.ALICE)).items())
                .hasSize(order.items().size() - 1);
    }

    @Test
    void address_and_note_are_changed_until_it_is_shipped() {
        logIn();
        OrderView order = placedOrder();
        String change = "/orders/" + order.orderId() + "/change";
        assertThat(page(order)).contains("id=\"change\"");
        String form = browser.get(change).body();
        assertThat(form)
                .contains("As it is now", "Alice at work", "value=\"5002\"")
                .as("where it goes already")
                .doesNotContain("value=\"5001\"");

        Answer done = browser.form(change, "addressId=5002&note=ring+twice&_csrf=" + find(CSRF, form));

        assertThat(path(done)).isEqualTo("/orders/" + order.orderId());
        assertThat(page(order)).contains("Alice at work", "ring twice");
        Answer wrong = browser.form(change, "addressId=&note=" + "x".repeat(501) + "&_csrf=" + find(CSRF, form));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body()).contains("id=\"note-wrong\"", "x".repeat(501));
        assertThat(browser.form(change, "addressId=4711&note=&_csrf=" + find(CSRF, form))
                        .status())
                .isEqualTo(404);

        mall.orders.step(order.orderId(), OrderStatus.PAID, "SYSTEM", null, null, null);
        mall.orders.step(order.orderId(), OrderStatus.SHIPPED, "MERCHANT", null, "SF", "SF1");
        Answer late = browser.form(change, "addressId=5001&note=&_csrf=" + find(CSRF, form));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("can no longer be changed").doesNotContain("name=\"note\"");
        assertThat(mall.orders.find(order.orderId()).note()).isEqualTo("ring twice");
        assertThat(browser.get("/orders/4711/change").status()).isEqualTo(404);
    }

    @Test
    void nothing_bought_yet_and_nothing_in_this_state_are_told_apart() {
        logIn();
        assertThat(browser.get("/orders").body()).contains("No orders yet", "Start shopping");
        assertThat(browser.get("/orders?status=REFUNDING").body())
                .contains("No orders yet")
                .doesNotContain("No orders here");
        placedOrder();
        assertThat(browser.get("/orders?status=REFUNDING").body())
                .contains("No orders here", "Show all orders", ">Refund in progress<")
                .doesNotContain("No orders yet");
        assertThat(browser.get("/orders?page=7").body()).contains("does not go on this far");
    }

    private String page(OrderView order) {
        return browser.get("/orders/" + order.orderId()).body();
    }

    /** The places of the line; an asterisk marks where the order is. */
    private static List<String> way(String page) {
        String line = page.substring(page.indexOf("<ol class=\"plain progress\""));
        line = line.substring(0, line.indexOf("</ol>"));
        return Pattern.compile("<li([^>]*)>.*?</b><span>([^<]+)</span>")
                .matcher(line.replaceAll("\\s+", " "))
                .results()
                .map(stop -> stop.group(2) + (stop.group(1).contains("aria-current=\"step\"") ? "*" : ""))
                .toList();
    }
}
