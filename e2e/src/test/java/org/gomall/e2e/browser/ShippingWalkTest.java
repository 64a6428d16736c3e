package org.gomall.e2e.browser;

import java.util.List;
import java.util.Map;
import org.gomall.e2e.Mall;
import org.gomall.e2e.Shopper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A shopper who does nothing but look sees the order move. */
class ShippingWalkTest {

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
    void the_page_of_an_order_follows_it_by_itself(Look look) {
        Shopper shopper = MALL.shopper(50_000_000);
        Shopper nova = Shopper.login(MALL.url(), "nova", Mall.DEMO_PASSWORD);
        String order = MALL.order(shopper, MALL.sku(Mall.NOVA_SHOP), 1);
        try (Visit visit = new Visit(look)) {
            visit.login(shopper.name(), Shopper.PASSWORD);
            visit.page.setDefaultTimeout(8_000);
            OrderPage page = OrderPage.open(visit, order);
            page.awaitStatus("CREATED");

            // Sooner than the page would ask by itself, which is every 15 s.
            MALL.pay(shopper, order);
            page.awaitStatus("PAID");
            nova.post(
                            "/api/merchant/orders/" + order + "/ship",
                            Map.of("carrier", "SF Express", "trackingNo", "SF1234567890"))
                    .ok();
            page.awaitStatus("SHIPPED");
            page.awaitTracking("SF1234567890");
        }
    }
}
