package org.gomall.web.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gomall.api.order.OrderQuery;
import org.gomall.api.order.OrderView;
import org.gomall.slice.Accounts;
import org.gomall.slice.Browser;
import org.gomall.slice.Browser.Answer;
import org.gomall.slice.SliceTest;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The pages over a mall in memory, as a browser without scripts sees them. */
@SliceTest
abstract class PagesTest {

    static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    MemoryMall mall;
    Browser browser;

    @BeforeEach
    void open_the_mall() {
        mall = new MemoryMall().behind(context);
        browser = Browser.at(port).keepingCookies();
    }

    final void logIn() {
        logIn("alice");
    }

    final void logIn(String account) {
        Answer answer = browser.form(
                "/login", "account=" + account + "&password=" + Accounts.PASSWORD + "&_csrf=" + csrf("/login"));
        assertThat(answer.status()).isEqualTo(302);
    }

    final void addToCart(long skuId, int quantity) {
        Answer added = browser.form(
                "/cart/items",
                "skuId=" + skuId + "&quantity=" + quantity + "&back=/products/" + skuId / 10 + "&_csrf="
                        + csrf("/products/" + skuId / 10));
        assertThat(added.header("Location")).endsWith("/products/" + skuId / 10);
    }

    final Answer place(String review, String fields, long expectedTotalCents) {
        return browser.form(
                "/checkout",
                fields + "&expectedTotalCents=" + expectedTotalCents + "&key=" + find(KEY, review) + "&_csrf="
                        + find(CSRF, review));
    }

    final OrderView placedOrder() {
        String review = browser.get("/checkout?sku=1000024&quantity=1&addressId=5001&step=review")
                .body();
        place(review, "sku=1000024&quantity=1&addressId=5001", 26_900);
        return orders().get(0);
    }

    final List<OrderView> orders() {
        return mall.orders.list(new OrderQuery(MemoryOrders.ALICE, null, 1, 20)).items();
    }

    final String csrf(String path) {
        return find(CSRF, browser.get(path).body());
    }

    static String path(Answer redirect) {
        return redirect.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    static String find(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1);
    }
}
