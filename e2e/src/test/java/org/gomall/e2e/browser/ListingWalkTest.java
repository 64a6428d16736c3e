package org.gomall.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.gomall.e2e.Mall;
import org.gomall.e2e.Shopper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A product from the merchant's first idea to the customer who does not like it, through the pages of all three. */
class ListingWalkTest {

    private static final Mall MALL = Mall.shared();

    @AfterAll
    static void invariants_hold() {
        MALL.assertInvariants();
    }

    static List<Look> looks() {
        return Looks.PHONE_IN_ENGLISH;
    }

    @ParameterizedTest
    @MethodSource("looks")
    void is_rejected_mended_approved_bought_shipped_received_and_sent_back(Look look) {
        String word = "zq" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);
        String reason = "That is the price of two " + word;
        String number = "SF" + System.nanoTime();
        Shopper shopper = MALL.shopper(1_000_000);
        try (Visit atShop = new Visit(look);
                Visit atAdmin = new Visit(look);
                Visit visit = new Visit(look)) {
            atShop.login("nova", Mall.DEMO_PASSWORD);
            atAdmin.login("admin", Mall.DEMO_PASSWORD);
            visit.login(shopper.name(), Shopper.PASSWORD);
            MerchantDesk merchant = new MerchantDesk(atShop);
            AdminDesk admin = new AdminDesk(atAdmin);

            String product = merchant.list("Bowl " + word, "258.00", "5");
            admin.reject(product, reason);
            merchant.mend(product, reason, "129.00");
            admin.approve(product);

            String order = buy(visit, product, word);
            merchant.ship(order, number);
            OrderPage page = OrderPage.open(visit, order);
            page.awaitTracking(number);
            page.receive();
            page.awaitStatus("RECEIVED");
            page.askForRefund("It is not round");
            page.awaitStatus("REFUNDING");
            assertThat(shopper.orderNow(order).path("totalCents").asLong()).isEqualTo(12_900);
        }
    }

    private static String buy(Visit visit, String product, String word) {
        String link = "main a[href$='/products/" + product + "']";
        // Search and stock hear of it by an event.
        MALL.eventually(() -> {
            visit.open("/products?keyword=" + word + "&inStock=true");
            assertThat(visit.page.locator(link).count()).isPositive();
        });
        visit.press(link, "/products/" + product);
        MALL.eventually(() -> {
            visit.page.reload();
            assertThat(visit.page
                            .locator("main button[formaction$='/cart/buy']:not([disabled])")
                            .count())
                    .isPositive();
        });
        visit.press("main button[formaction$='/cart/buy']", "/checkout");
        List<String> orders = new CheckoutPage(visit).placeOrders();
        PayPage paying = new PayPage(visit, orders);
        paying.byWallet();
        paying.awaitResult("SUCCEEDED");
        return orders.get(0);
    }
}
