package org.gomall.web.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gomall.slice.Browser;
import org.junit.jupiter.api.Test;

/** What is around every page: the shop's frame, or a desk's for those who run a shop or the mall. */
class FramePagesTest extends PagesTest {

    @Test
    void the_shop_has_search_cart_categories_and_a_way_to_each_of_its_places() {
        assertThat(browser.get("/").body())
                .contains("class=\"search\"", "id=\"cart-link\"", "class=\"categories\"", "class=\"ways\"")
                .containsPattern("<meta name=\"theme-color\" media=\"\\(prefers-color-scheme: dark\\)\"")
                .doesNotContain("class=\"sections\"");
    }

    @Test
    void all_categories_lie_behind_more() {
        String page = browser.get("/").body();

        String bar = page.substring(page.indexOf("class=\"categories\""), page.indexOf("</header>"));
        String more = bar.substring(bar.indexOf("<details"));
        assertThat(more).contains("<summary", ">More<").contains("/products?categoryId=");
        assertThat(more.split("categoryId="))
                .hasSameSizeAs(bar.substring(0, bar.indexOf("<details")).split("categoryId="));
    }

    @Test
    void a_desk_names_its_sections_before_the_page_and_leads_back_to_the_shop() {
        logIn("admin");
        for (String path : List.of("/admin/access-rules", "/ops", "/ops/failures")) {
            String page = browser.get(path).body();

            assertThat(page.indexOf("class=\"sections\"")).as(path).isBetween(0, page.indexOf("<main"));
            assertThat(page.split("class=\"sections\"")).as(path).hasSize(2);
            assertThat(page)
                    .as(path)
                    .containsPattern("<a class=\"tool\" href=\"/\">")
                    .doesNotContain("class=\"search\"", "id=\"cart-link\"", "class=\"categories\"", "class=\"ways\"");
        }
        assertThat(browser.get("/admin/access-rules").body())
                .contains("People and rights", "class=\"desk-name\" href=\"/admin\"");
    }

    @Test
    void a_merchant_has_a_desk_and_who_applies_for_a_shop_has_none() {
        logIn("nova");
        assertThat(browser.get("/merchant/orders").body()).contains("class=\"sections\"", "href=\"/merchant/refunds\"");

        browser = Browser.at(port).keepingCookies();
        logIn();
        assertThat(browser.get("/merchant/shop").body())
                .contains("class=\"search\"")
                .doesNotContain("class=\"sections\"");
    }

    @Test
    void a_closed_desk_does_not_name_its_sections_and_an_open_one_keeps_its_frame_on_errors() {
        logIn();
        assertThat(browser.get("/admin/users").body())
                .contains("class=\"oops\"")
                .doesNotContain("class=\"sections\"");

        browser = Browser.at(port).keepingCookies();
        logIn("admin");
        assertThat(browser.get("/admin/nothing").body()).contains("class=\"oops\"", "class=\"sections\"");
    }
}
