package org.gomall.web.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.gomall.slice.Browser;
import org.gomall.slice.Browser.Answer;
import org.gomall.slice.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The mall closes and opens by a live setting. */
class MaintenanceTest extends PagesTest {

    private static final String SWITCH = "gomall.web.maintenance";

    @Autowired
    Settings settings;

    @AfterEach
    void open_again() {
        settings.reset();
    }

    @Test
    void closes_pages_and_api_from_the_next_request_on_and_opens_them_again() {
        assertThat(browser.get("/").status()).isEqualTo(200);

        settings.set(SWITCH, "true");
        Answer page = browser.get("/products/100002");
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Retry-After")).isEqualTo("300");
        assertThat(page.header("Content-Security-Policy")).isNotNull();
        assertThat(page.body())
                .contains("<h1>We will be right back</h1>", "Your orders, your cart and your money are safe")
                .doesNotContain("We expect to be back", "id=\"cart-link\"");
        Answer api = browser.get("/api/products");
        assertThat(api.status()).isEqualTo(503);
        assertThat(api.code()).isEqualTo(50300);
        assertThat(api.header("Retry-After")).isEqualTo("300");
        assertThat(api.data().get("maintenance").booleanValue()).isTrue();
        assertThat(browser.form("/cart/items", "skuId=1000024&quantity=1").status())
                .isEqualTo(503);

        settings.set(SWITCH, "false");
        assertThat(browser.get("/products/100002").status()).isEqualTo(200);
        assertThat(browser.get("/api/products").status()).isEqualTo(200);
    }

    @Test
    void says_until_when_in_the_visitors_language() {
        settings.set(SWITCH, "true");
        settings.set(
                "gomall.web.maintenance-until",
                Instant.now().plus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS) + "");

        Answer page = Browser.at(port).header("Accept-Language", "zh-CN").get("/");

        assertThat(page.body()).contains("lang=\"zh-CN\"", "正在维护").containsPattern("预计 [^<]+ 前恢复");
        assertThat(Long.parseLong(page.header("Retry-After"))).isBetween(7_100L, 7_200L);
        assertThat(browser.get("/api/categories").data().get("until").stringValue())
                .endsWith("Z");
    }

    @Test
    void an_end_that_is_over_or_cannot_be_read_counts_as_not_said() {
        settings.set(SWITCH, "true");
        for (String until : new String[] {"2020-01-01T00:00:00Z", "tomorrow"}) {
            settings.set("gomall.web.maintenance-until", until);
            Answer page = browser.get("/");
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.header("Retry-After")).isEqualTo("300");
            assertThat(page.body()).doesNotContain("We expect to be back");
        }
    }

    @Test
    void whoever_can_open_it_again_gets_in() {
        settings.set(SWITCH, "true");

        assertThat(browser.get("/login").status()).isEqualTo(200);
        logIn("admin");
        assertThat(browser.get("/admin").status()).isNotEqualTo(503);
        assertThat(browser.get("/ops").status()).isNotEqualTo(503);
        assertThat(browser.get("/api/auth/me").status()).isEqualTo(200);
        assertThat(browser.get("/help").status()).isEqualTo(200);
        assertThat(browser.get("/css/base.css").status()).isEqualTo(200);
        assertThat(browser.get("/administration").status()).isEqualTo(503);
        assertThat(browser.get("/").status()).as("also for an admin").isEqualTo(503);
    }

    @Test
    void callbacks_of_the_card_channel_still_arrive() {
        settings.set(SWITCH, "true");

        assertThat(browser.post("/api/payments/callbacks/sandbox", "{}").status())
                .isNotEqualTo(503);
    }
}
