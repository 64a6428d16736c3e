package org.gomall.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gomall.e2e.Mall;
import org.gomall.e2e.Shopper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can happen between an order and its money. */
class PayingWalkTest {

    private static final Mall MALL = Mall.shared();
    private static final String GOOD = "4242424242424242";
    private static final String DECLINED = "4000000000000002";

    private static long sku;

    @BeforeAll
    static void something_to_buy() {
        Chromium.shared();
        sku = MALL.sku(Mall.NOVA_SHOP);
    }

    @AfterEach
    void usual_timeout() {
        MALL.setting("gomall.order.pay-timeout", "30m");
    }

    @AfterAll
    static void invariants_hold() {
        MALL.assertInvariants();
    }

    static List<Look> looks() {
        return Looks.PHONE_IN_ENGLISH;
    }

    @ParameterizedTest
    @MethodSource("looks")
    void a_card_is_declined_and_another_one_pays(Look look) {
        Shopper shopper = MALL.shopper(0);
        String order = MALL.order(shopper, sku, 1);
        try (Visit visit = new Visit(look)) {
            visit.login(shopper.name(), Shopper.PASSWORD);
            PayPage paying = PayPage.open(visit, order);
            paying.addCard(DECLINED);
            paying.byCard("0002");
            paying.awaitResult("FAILED");
            assertThat(shopper.statusOf(order)).isEqualTo("CREATED");

            paying.tryAgain();
            paying.addCard(GOOD);
            paying.byCard("4242");

            paying.awaitResult("SUCCEEDED");
            OrderPage.open(visit, order).awaitStatus("PAID");
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void an_order_is_cancelled_before_it_is_paid(Look look) {
        Shopper shopper = MALL.shopper(0);
        String order = MALL.order(shopper, sku, 1);
        try (Visit visit = new Visit(look)) {
            visit.login(shopper.name(), Shopper.PASSWORD);
            OrderPage page = OrderPage.open(visit, order);
            page.awaitStatus("CREATED");

            page.cancel();

            page.awaitStatus("CANCELLED");
            assertThat(shopper.statusOf(order)).isEqualTo("CANCELLED");
            assertThat(PayPage.open(visit, order).canBePaid()).isFalse();
        }
    }

    @Test
    void who_looks_at_the_page_when_the_time_is_up_sees_the_buttons_go_and_reads_why() {
        Shopper shopper = MALL.shopper(50_000_000);
        List<Visit> visits = new ArrayList<>();
        try {
            for (Look look : looks()) {
                Visit visit = new Visit(look);
                visits.add(visit);
                visit.login(shopper.name(), Shopper.PASSWORD);
            }
            MALL.setting("gomall.order.pay-timeout", "12s");
            String order = MALL.orderThatExpires(Duration.ofSeconds(60), shopper, sku);
            List<PayPage> pages =
                    visits.stream().map(visit -> PayPage.open(visit, order)).toList();
            assertThat(pages).allMatch(PayPage::canBePaid);

            pages.forEach(PayPage::awaitTimeOut);

            visits.forEach(visit -> OrderPage.open(visit, order).readReason("TIMEOUT"));
            assertThat(shopper.statusOf(order)).isEqualTo("CANCELLED");
            assertThat(shopper.balanceCents()).isEqualTo(50_000_000);
        } finally {
            visits.forEach(Visit::close);
        }
    }
}
