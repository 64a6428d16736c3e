package org.gomall.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.gomall.e2e.Mall;
import org.gomall.e2e.Shopper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The pages for what nobody wants to see, as sound as all others (those of 403 and 404 are among {@link Places}). */
class ErrorPagesTest {

    private static final Mall MALL = Mall.shared();
    private static final Duration SOON = Duration.ofSeconds(60);

    @AfterAll
    static void invariants_hold() {
        MALL.assertInvariants();
    }

    @Test
    void too_much_at_once() {
        String shop = "/shops/" + Mall.ORBIT_SHOP;
        try (Limits limits = new Limits()) {
            limits.close("/shops/{shopId}");
            Shopper guest = Shopper.guest(MALL.url());
            await().atMost(SOON).until(() -> guest.get(shop).status() == 429);

            assertSound(Place.refused(Who.GUEST, "error-429", shop, 429));
        }
    }

    @Test
    void what_makes_no_sense() {
        assertSound(Place.refused(Who.SHOPPER, "error-400", "/pay", 400));
    }

    @Test
    void a_fault() {
        Shopper alice = Shopper.login(MALL.url(), "alice", Mall.DEMO_PASSWORD);
        String order = alice.order(MALL.sku(Mall.NOVA_SHOP), 1);
        alice.post("/api/orders/" + order + "/cancel").ok();
        try {
            reason(order, "WEATHER");

            assertSound(Place.refused(Who.SHOPPER, "error-500", "/orders/" + order, 500));
        } finally {
            reason(order, "USER");
        }
    }

    @Test
    void a_service_that_is_away() {
        Shopper alice = Shopper.login(MALL.url(), "alice", Mall.DEMO_PASSWORD);
        try {
            MALL.system().pause("provider-payment");
            // Until the web does not wait for it any more.
            await().atMost(SOON).until(() -> alice.get("/api/wallet").status() == 503);

            assertSound(Place.refused(Who.SHOPPER, "error-503", "/account/wallet", 503));
        } finally {
            MALL.system().resume("provider-payment");
            MALL.eventually(() -> alice.get("/api/wallet").ok());
        }
    }

    private static void assertSound(Place place) {
        assertThat(Survey.problems(place.who(), List.of(place))).isEmpty();
    }

    private static void reason(String order, String reason) {
        MALL.database()
                .update(
                        "UPDATE gomall_order.orders SET cancel_reason = ? WHERE order_id = ?",
                        reason,
                        Long.parseLong(order));
    }
}
