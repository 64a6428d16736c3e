package org.gomall.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.gomall.e2e.Mall;
import org.gomall.e2e.Shopper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The pages for what nobody wants to see, as sound as all others (those of 403 and 404 are among {@link Places}). */
class ErrorPagesTest {

    private static final Mall MALL = Mall.shared();
    private static final Duration SOON = Duration.ofSeconds(30);

    @AfterAll
    static void invariants_hold() {
        MALL.assertInvariants();
    }

    @Test
    void too_much_at_once() {
        String shop = "/shops/" + Mall.ORBIT_SHOP;
        try (Limits limits = new Limits();
                Survey survey = new Survey(Who.GUEST)) {
            limits.close("/shops/{shopId}");
            Shopper guest = Shopper.guest(MALL.url());
            await().atMost(SOON).until(() -> guest.get(shop).status() == 429);

            survey.look(Place.refused(Who.GUEST, "error-429", shop, 429));

            assertThat(survey.problems()).isEmpty();
        }
    }

    @Test
    void what_makes_no_sense() {
        try (Survey survey = new Survey(Who.SHOPPER)) {
            survey.look(Place.refused(Who.SHOPPER, "error-400", "/pay", 400));

            assertThat(survey.problems()).isEmpty();
        }
    }

    @Test
    void a_fault() {
        Shopper alice = Shopper.login(MALL.url(), "alice", Mall.DEMO_PASSWORD);
        String order = alice.order(MALL.sku(Mall.NOVA_SHOP), 1);
        alice.post("/api/orders/" + order + "/cancel").ok();
        try (Survey survey = new Survey(Who.SHOPPER)) {
            reason(order, "WEATHER");

            survey.look(Place.refused(Who.SHOPPER, "error-500", "/orders/" + order, 500));

            assertThat(survey.problems()).isEmpty();
        } finally {
            reason(order, "USER");
        }
    }

    @Test
    void a_service_that_is_away() {
        Shopper alice = Shopper.login(MALL.url(), "alice", Mall.DEMO_PASSWORD);
        try (Survey survey = new Survey(Who.SHOPPER)) {
            MALL.system().pause("provider-payment");
            // Until the web does not wait for it any more.
            await().atMost(SOON).until(() -> alice.get("/api/wallet").status() == 503);

            survey.look(Place.refused(Who.SHOPPER, "error-503", "/account/wallet", 503));

            assertThat(survey.problems()).isEmpty();
        } finally {
            MALL.system().resume("provider-payment");
            MALL.eventually(() -> alice.get("/api/wallet").ok());
        }
    }

    private static void reason(String order, String reason) {
        MALL.database()
                .update(
                        "UPDATE gomall_order.orders SET cancel_reason = ? WHERE order_id = ?",
                        reason,
                        Long.parseLong(order));
    }
}
