package org.gomall.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gomall.e2e.Mall;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The button that puts things into the cart without leaving the page, and what it says when that fails. */
class AddingToCartTest {

    private static final Mall MALL = Mall.shared();
    private static final String REQUESTS = "**/cart/items";

    private final long sku = MALL.sku(Mall.NOVA_SHOP);

    static List<Look> looks() {
        return Looks.PHONE_IN_ENGLISH;
    }

    @ParameterizedTest
    @MethodSource("looks")
    void what_is_pressed_twice_is_in_the_cart_once(Look look) {
        try (Visit visit = new Visit(look)) {
            Page page = visit.page;
            List<Route> sent = new ArrayList<>();
            ProductPage.open(visit, sku);
            page.route(REQUESTS, sent::add);

            page.dblclick("#add");

            page.waitForCondition(() -> !sent.isEmpty());
            assertThat(page.isDisabled("#add")).isTrue();
            sent.get(0).resume();
            visit.see("#flash a[href='/cart']");
            assertThat(page.locator("#cart-link .badge").textContent()).isEqualTo("1");
            assertThat(sent).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void a_refusal_is_told_where_the_button_is(Look look) {
        try (Visit visit = new Visit(look)) {
            Page page = visit.page;
            visit.mayBeRefused("/cart/items");
            ProductPage.open(visit, sku);
            page.fill("#quantity", "1000");
            page.click("#add");
            visit.read("#flash", Words.of(visit.look()).say("invalid.quantity"));
            assertThat(visit.path()).startsWith("/products/");

            // As a proxy would answer, without a page of its own.
            page.route(
                    REQUESTS,
                    route -> route.fulfill(
                            new Route.FulfillOptions().setStatus(429).setHeaders(Map.of("Retry-After", "7"))));
            page.fill("#quantity", "1");
            page.click("#add");
            visit.read("#flash", Words.of(visit.look()).say("part.busy", 7));
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void who_takes_something_out_is_led_to_the_way_back(Look look) {
        try (Visit visit = new Visit(look)) {
            ProductPage.open(visit, sku).addToCart();
            visit.open("/cart");
            visit.page.evaluate("document.getElementById('flash').stays = true");

            visit.page.click("#remove-" + sku);

            visit.see("#flash [data-next]:focus");
            assertThat(visit.page.evaluate("document.getElementById('flash').stays"))
                    .isEqualTo(true);
        }
    }
}
