package org.gomall.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gomall.e2e.Mall;
import org.gomall.e2e.Shopper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody looks around, fills a cart, says who they are when it matters, and buys. */
class BuyingWalkTest {

    private static final Mall MALL = Mall.shared();

    @AfterAll
    static void invariants_hold() {
        MALL.assertInvariants();
    }

    static List<Look> looks() {
        return Looks.PHONE_IN_CHINESE;
    }

    @ParameterizedTest
    @MethodSource("looks")
    void a_guest_logs_in_at_the_checkout_finds_both_carts_and_buys(Look look) {
        long before = MALL.sku(Mall.NOVA_SHOP);
        long now = MALL.sku(Mall.ORBIT_SHOP);
        Shopper shopper = MALL.shopper(50_000_000);
        shopper.post("/api/cart/items", Map.of("skuId", "" + before, "quantity", 1))
                .ok();
        try (Visit visit = new Visit(look)) {
            ProductPage.open(visit, now).addToCart();
            visit.press("#cart-link", "/cart");
            visit.press("main a[href='/checkout']", "/login");
            visit.fillLogin(shopper.name(), Shopper.PASSWORD);
            assertThat(visit.path()).startsWith("/checkout");

            List<String> orders = new CheckoutPage(visit).placeOrders();

            assertThat(orders).as("one of each shop").hasSize(2);
            PayPage paying = new PayPage(visit, orders);
            paying.byWallet();
            paying.awaitResult("SUCCEEDED");
            assertThat(orders).allSatisfy(order -> {
                OrderPage.open(visit, order).awaitStatus("PAID");
                assertThat(shopper.statusOf(order)).isEqualTo("PAID");
            });
            visit.open("/cart");
            assertThat(visit.page.locator("main form").count()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void somebody_new_registers_at_the_checkout_and_buys_without_any_script(Look look) {
        try (Visit visit = new Visit(look.withoutScripts())) {
            Page page = visit.page;
            visit.open("/");
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(look.language());
            ProductPage.open(visit, MALL.sku(Mall.NOVA_SHOP)).buyNow("/login");
            visit.press("main a[href*='/register']", "/register");
            String name = "b-" + UUID.randomUUID().toString().substring(0, 12);
            page.fill("input[name=username]", name);
            page.fill("input[name=email]", name + "@example.org");
            page.fill("input[name=password]", Shopper.PASSWORD);
            // Back at the checkout, which asks for an address first.
            visit.press("main form[action$='/register'] button[type=submit]", "/account/addresses/new");
            Shopper.address("Han Meimei").forEach((field, value) -> {
                if (value instanceof String text) {
                    page.fill("main input[name=" + field + "]", text);
                }
            });
            visit.press("main form[action*='/account/addresses'] button[type=submit]", "/checkout");

            List<String> orders = new CheckoutPage(visit).placeOrders();

            // The wallet of a newcomer is empty: money first.
            Shopper shopper = Shopper.login(MALL.url(), name, Shopper.PASSWORD);
            shopper.postWithKey("/api/wallet/topups", Shopper.key(), Map.of("amountCents", 10_000_000))
                    .ok();
            PayPage.open(visit, orders.get(0)).byWallet();
            MALL.eventually(() -> assertThat(shopper.statusOf(orders.get(0))).isEqualTo("PAID"));
            OrderPage.open(visit, orders.get(0)).awaitStatus("PAID");
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void a_visitor_who_is_sent_to_the_login_comes_back_and_never_leaves_the_site(Look look) {
        try (Visit visit = new Visit(look)) {
            visit.open("/orders?status=PAID");
            assertThat(visit.path()).startsWith("/login");
            visit.fillLogin("alice", Mall.DEMO_PASSWORD);
            assertThat(visit.path()).isEqualTo("/orders?status=PAID");
        }
        try (Visit visit = new Visit(look)) {
            visit.open("/login?next=//evil.example/");
            visit.fillLogin("alice", Mall.DEMO_PASSWORD);
            assertThat(visit.page.url()).startsWith(MALL.url());
        }
    }
}
