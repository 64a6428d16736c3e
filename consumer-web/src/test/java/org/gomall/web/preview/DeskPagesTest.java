package org.gomall.web.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.gomall.api.order.CartLineCommand;
import org.gomall.api.order.CartOwner;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.OrderView;
import org.gomall.api.order.RequestRefundCommand;
import org.gomall.api.order.SalesQuery;
import org.gomall.api.product.ProductStatus;
import org.gomall.slice.Browser;
import org.gomall.slice.Browser.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a merchant sees how the shop stands, and finds one thing among many. */
class DeskPagesTest extends PagesTest {

    @BeforeEach
    void come_in() {
        logIn("nova");
    }

    @Test
    void the_overview_counts_what_waits_and_leads_to_it() {
        novaOrder(OrderStatus.PAID);
        novaOrder(OrderStatus.PAID);
        askedFor();
        mall.listings.add(ProductStatus.REJECTED, "Tall Vase", "高花瓶", "The picture is blurred.");
        mall.listings.add(ProductStatus.DRAFT, "Small Vase", "小花瓶", null);

        String page = browser.get("/merchant").body();

        assertThat(page)
                .contains("Ship 2 orders", "href=\"/merchant/orders/ship\"")
                .contains("Decide 1 refund request", "href=\"/merchant/refunds?status=REQUESTED\"")
                .contains("Fix 1 product that was rejected", "href=\"/merchant/products?status=REJECTED\"")
                .contains("Submit 1 draft for review")
                .contains("href=\"/merchant/stock?low=true\"")
                .doesNotContain("not available right now");
    }

    @Test
    void the_sales_of_thirty_days_are_said_in_words_and_stand_in_a_table_for_the_chart() {
        String page = browser.get("/merchant").body();

        assertThat(page)
                .contains("in the last 30 days. The best day was", "id=\"sales-caption\"", "<details open")
                .contains("data-series=\"bar\"", "src=\"/js/charts-", "echarts.common.min.js")
                .doesNotContain("<script>");
        assertThat(page.split("data-short=\"")).hasSize(31);
        assertThat(page.indexOf("src=\"/js/charts-"))
                .as("before the table that it folds")
                .isPositive()
                .isLessThan(page.indexOf("<figure class=\"chart\">"));
        assertThat(page).as("the shape of a chart until it is drawn").contains("<div class=\"plot skeleton\"></div>");
        String today = Long.toString(mall.sales
                .sales(new SalesQuery(
                        2001L,
                        LocalDate.now(ZoneId.of("Asia/Shanghai")),
                        LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1),
                        "Asia/Shanghai"))
                .get(0)
                .paidCents());
        assertThat(page.substring(page.lastIndexOf("data-short="))).contains("data-value=\"" + today + "\"");
    }

    @Test
    void only_pages_with_a_chart_load_what_draws_it_and_of_its_library_only_one_file_is_there() {
        assertThat(browser.get("/merchant/products").body()).doesNotContain("echarts", "/js/charts");
        assertThat(browser.get("/").body()).doesNotContain("echarts", "/js/charts");

        Answer library = browser.get("/webjars/echarts/dist/echarts.common.min.js");

        assertThat(library.status()).isEqualTo(200);
        assertThat(library.body()).contains("Licensed to the Apache Software Foundation");
        assertThat(browser.get("/js/charts.js").status()).isEqualTo(200);
        for (String other :
                List.of("dist/echarts.js", "dist/echarts.common.js", "dist/echarts.js.map", "package.json")) {
            assertThat(browser.get("/webjars/echarts/5.3.1/" + other).status())
                    .as(other)
                    .isEqualTo(404);
        }
    }

    @Test
    void every_source_of_the_overview_may_be_missing() {
        mall.sales.away = true;
        mall.catalogue.stockAway = true;
        mall.listings.away = true;
        novaOrder(OrderStatus.PAID);

        Answer page = browser.get("/merchant");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Some figures are not available right now", "Ship 1 order", "not available right now", "Busy")
                .doesNotContain("data-series", "Nothing is waiting for you");
    }

    @Test
    void a_new_shop_is_told_what_comes_next() {
        mall.listings.clear();

        assertThat(browser.get("/merchant").body())
                .contains("Here is what comes next", "Create your first product", "/merchant/products/new")
                .doesNotContain("class=\"plain figures\"", "echarts");
    }

    @Test
    void a_shop_without_sales_says_so_instead_of_drawing_nothing() {
        mall.sales.none = true;

        assertThat(browser.get("/merchant").body())
                .contains("No sales in the last 30 days yet")
                .doesNotContain("data-series");
    }

    @Test
    void products_are_found_by_a_part_of_their_name_in_either_language() {
        mall.listings.add(ProductStatus.REJECTED, "Tall Vase", "高花瓶", "The picture is blurred.");

        assertThat(browser.get("/merchant/products?keyword=Vase").body())
                .contains("Tall Vase", "Rejected: The picture is blurred.")
                .doesNotContain("Stoneware");
        assertThat(browser.get("/merchant/products?keyword=" + "%E8%8A%B1%E7%93%B6")
                        .body())
                .contains("Tall Vase");
        assertThat(browser.get("/merchant/products?keyword=%26%22%3Cx&status=DRAFT")
                        .body())
                .contains(
                        "Nothing matches “&amp;&quot;&lt;x”",
                        "keyword=%26%22%3Cx",
                        "href=\"/merchant/products?status=DRAFT\"");
        assertThat(browser.get("/merchant/products?keyword=" + "x".repeat(101)).status())
                .isEqualTo(400);
    }

    @Test
    void stock_is_searched_and_what_is_short_stands_out() {
        mall.catalogue.stock.put(1_000_011L, 3);
        mall.catalogue.stock.put(1_000_012L, 0);
        mall.catalogue.stock.put(1_000_013L, 50);

        String low = browser.get("/merchant/stock?low=true&keyword=stoneware").body();
        assertThat(low)
                .contains("Only 3 left", "Sold out", "1000011", "1000012")
                .doesNotContain("1000013");
        assertThat(low.split("class=\"group\""))
                .as("one heading for all variants")
                .hasSize(2);
        assertThat(browser.get("/merchant/stock?keyword=stoneware+ink").body())
                .contains("1000013")
                .doesNotContain("1000011");
        assertThat(browser.get("/merchant/stock?keyword=nothing").body()).contains("Nothing matches “nothing”");
    }

    @Test
    void a_list_is_fetched_anew_below_its_tabs_and_keeps_its_shape_meanwhile() {
        novaOrder(OrderStatus.PAID);
        for (String path : List.of("/merchant/products", "/merchant/orders", "/merchant/stock", "/merchant/refunds")) {
            assertAList(browser.get(path).body(), path);
        }
        assertThat(browser.get("/merchant/products").body())
                .contains("id=\"tab-DRAFT\" href=\"/merchant/products?status=DRAFT\"");
        assertThat(browser.get("/merchant/stock?keyword=o").body())
                .contains("<div hx-swap=\"outerHTML show:#list:top\"><nav class=\"pages\"");
    }

    /** Tabs and pages fetch the part that holds them; what leads to other pages is left to the browser. */
    static void assertAList(String page, String path) {
        int list = page.indexOf("<div id=\"list\" hx-boost=\"true\" hx-target=\"#list\" hx-select=\"#list\"");
        int rows = page.indexOf("<div id=\"rows\" class=\"loads\" hx-boost=\"false\">");
        assertThat(list).as(path).isPositive().isLessThan(rows);
        assertThat(page.substring(list, rows)).as(path).contains("hx-indicator=\"#rows\"");
        assertThat(page.substring(rows, page.indexOf("hx-swap=\"outerHTML show:#list:top\"", rows)))
                .as(path)
                .containsAnyOf("<table>", "card empty", "<section class=\"card\"");
    }

    @Test
    void what_has_no_number_is_not_there_whoever_asks() {
        Browser guest = Browser.at(port);
        for (String path : List.of(
                "/admin/users/x",
                "/admin/users/x/ban",
                "/admin/orders/x",
                "/admin/products/x",
                "/admin/categories/x",
                "/admin/refunds/x",
                "/merchant/orders/x",
                "/merchant/products/x",
                "/merchant/refunds/x/approve",
                "/merchant/stock/x")) {
            assertThat(guest.get(path).status()).as(path).isEqualTo(404);
            assertThat(browser.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(guest.get("/admin/users/1").status()).isEqualTo(302);
    }

    @Test
    void pages_of_a_search_keep_what_was_searched() {
        String page = browser.get("/merchant/stock?keyword=o").body();

        assertThat(page).contains("href=\"/merchant/stock?keyword=o&amp;page=2\"");
        assertThat(browser.get("/merchant/stock?keyword=o&page=2").body()).contains("aria-current=\"page\">2<");
    }

    @Test
    void sales_by_day_are_in_the_api_of_the_own_shop_only() {
        Browser nova = Browser.at(port).loggedIn("nova");

        Answer days = nova.get("/api/merchant/figures?from=2026-03-01&until=2026-03-03&zone=UTC");

        assertThat(days.data().get("days").findValuesAsString("day")).containsExactly("2026-03-01", "2026-03-02");
        assertThat(days.data().get("days").get(0).get("paidCents").isIntegralNumber())
                .isTrue();
        assertThat(nova.get("/api/merchant/figures").data().get("days").size()).isEqualTo(30);
        assertThat(nova.get("/api/merchant/figures?from=2026-03-01&until=2026-09-01")
                        .code())
                .isEqualTo(40001);
        assertThat(nova.get("/api/merchant/figures?from=2026-03-01").code()).isEqualTo(40001);
        assertThat(nova.get("/api/merchant/figures?zone=Mars").code()).isEqualTo(40001);
        assertThat(Browser.at(port)
                        .loggedIn("alice")
                        .get("/api/merchant/figures")
                        .code())
                .isEqualTo(40300);
    }

    /** An order of alice at the shop of nova, in this state. */
    private OrderView novaOrder(OrderStatus status) {
        Browser nova = browser;
        browser = Browser.at(port).keepingCookies();
        logIn();
        mall.carts.add(CartOwner.user(MemoryOrders.ALICE), new CartLineCommand(1_000_011, 1));
        String review = browser.get("/checkout?addressId=5001&step=review").body();
        long total = mall.carts
                .quotes(mall.carts.lines(MemoryOrders.ALICE, null))
                .get(0)
                .totalCents();
        place(review, "addressId=5001", total);
        OrderView order = orders().get(0);
        mall.orders.step(order.orderId(), OrderStatus.PAID, "SYSTEM", null, null, null);
        if (status == OrderStatus.SHIPPED) {
            mall.orders.step(order.orderId(), OrderStatus.SHIPPED, "MERCHANT", null, "SF", "SF1000");
        }
        browser = nova;
        return mall.orders.find(order.orderId());
    }

    private void askedFor() {
        OrderView order = novaOrder(OrderStatus.SHIPPED);
        mall.refunds.request(new RequestRefundCommand(MemoryOrders.ALICE, order.orderId(), "k1", "Too small", null));
    }
}
