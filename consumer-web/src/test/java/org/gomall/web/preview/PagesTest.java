package org.gomall.web.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doThrow;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.order.CartLineCommand;
import org.gomall.api.order.CartOwner;
import org.gomall.api.order.OrderQuery;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.OrderView;
import org.gomall.api.payment.PaymentService;
import org.gomall.api.payment.WalletService;
import org.gomall.api.product.CatalogueService;
import org.gomall.slice.Accounts;
import org.gomall.slice.Browser;
import org.gomall.slice.Browser.Answer;
import org.gomall.slice.SliceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The pages over a mall in memory, as a browser without scripts sees them. */
@SliceTest
class PagesTest {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    private MemoryMall mall;
    private Browser browser;

    @BeforeEach
    void open_the_mall() {
        mall = new MemoryMall().behind(context);
        browser = Browser.at(port).keepingCookies();
    }

    @Test
    void the_front_page_shows_categories_and_products() {
        Answer home = browser.get("/");
        assertThat(home.status()).isEqualTo(200);
        assertThat(home.body())
                .contains("<html lang=\"en\"", "Best-selling", "/products?categoryId=3001", "/media/products/")
                .doesNotContain("??");
    }

    @Test
    void a_hostile_product_name_stays_text() {
        String hostile = "<img src=x onerror=alert(1)>\"'><script>x</script>";
        mall.catalogue.add(666_001, 3002, hostile, hostile, 100);
        String page = browser.get("/products/666001").body();
        assertThat(page).doesNotContain("<img src=x", "<script>x").contains("&lt;script&gt;x&lt;/script&gt;");
        mall.carts.add(CartOwner.user(MemoryOrders.ALICE), new CartLineCommand(6_660_011, 1));
        logIn();
        assertThat(browser.get("/cart").body())
                .doesNotContain("<img src=x", "<script>x")
                .contains("&lt;img src=x");
    }

    @Test
    void the_language_is_chosen_by_the_browser_and_then_by_the_visitor() {
        assertThat(Browser.at(port).header("Accept-Language", "zh-TW").get("/").body())
                .contains("lang=\"zh-CN\"", "热销商品");
        assertThat(Browser.at(port).header("Accept-Language", "fr").get("/").body())
                .contains("lang=\"en\"");
        Answer switched = browser.get("/language/zh-CN?next=/products");
        assertThat(switched.status()).isEqualTo(302);
        assertThat(switched.header("Location")).endsWith("/products");
        assertThat(browser.get("/products").body()).contains("lang=\"zh-CN\"", "全部商品");
        assertThat(browser.get("/language/en?next=https://evil.example/").header("Location"))
                .doesNotContain("evil");
    }

    @Test
    void a_list_is_described_by_its_address() {
        String list = browser.get("/products?categoryId=3002&sort=priceAsc&minPrice=50&inStock=true")
                .body();
        assertThat(list)
                .contains("Kitchen", "Cast Iron Wok")
                .doesNotContain("Stoneware Coffee Mug", "Featherbook")
                .contains("categoryId=3002&amp;minPrice=50&amp;inStock=true&amp;sort=priceDesc");
    }

    @Test
    void nothing_found_and_nothing_there_are_told_apart() {
        assertThat(browser.get("/products?keyword=no+such+thing").body()).contains("Nothing matches");
        assertThat(browser.get("/products?categoryId=3999").body()).contains("Nothing here yet");
        assertThat(browser.get("/products?keyword=%22%3E%3Cscript%3E").body()).doesNotContain("\"><script>");
    }

    @Test
    void the_address_of_a_product_page_chooses_the_sku() {
        assertThat(browser.get("/products/100002?sku=1000024").body())
                .contains("¥269.00", "name=\"skuId\" value=\"1000024\"");
    }

    @Test
    void a_product_page_sells_while_stock_is_away() {
        mall.catalogue.stockAway = true;
        mall.catalogue.add(666_002, 3002, "New Bowl", "新碗", 4_200);
        assertThat(browser.get("/products/666002").body()).contains("Stock is being checked", "Add to cart");
    }

    @Test
    void a_guest_fills_a_cart_and_keeps_it_through_the_login() {
        addToCart(1_000_024, 2);
        assertThat(browser.get("/products/100002").body()).contains("Cart, 2 pieces", "Added to your cart");
        Answer checkout = browser.get("/checkout");
        assertThat(checkout.header("Location")).endsWith("/login?next=%2Fcheckout");
        logIn();
        assertThat(browser.get("/cart").body()).contains("Rattan Table Lamp", "¥538.00");
        assertThat(browser.get("/checkout").body()).contains("Alice Wang", "¥538.00");
    }

    @Test
    void a_form_without_the_token_changes_nothing() {
        logIn();
        Answer refused = browser.form("/cart/items", "skuId=1000021&quantity=1");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(mall.carts.view(CartOwner.user(MemoryOrders.ALICE)).count()).isZero();
    }

    @Test
    void removing_a_cart_line_offers_undo() {
        addToCart(1_000_024, 3);
        browser.form("/cart/items/1000024/remove", "quantity=3&_csrf=" + csrf("/cart"));
        String cart = browser.get("/cart").body();
        assertThat(cart).contains("Your cart is empty", "Undo", "name=\"quantity\" value=\"3\"");
        assertThat(browser.get("/cart").body()).doesNotContain("Undo");
    }

    @Test
    void a_line_is_left_out_and_taken_in_again_without_scripts() {
        addToCart(1_000_024, 1);
        // A checked box that only scripts show is sent along nevertheless; the form's own wish comes first.
        browser.form("/cart/items/1000024", "selected=false&selected=true&_csrf=" + csrf("/cart"));
        assertThat(browser.get("/cart").body()).contains("Select at least one item", "¥0.00");
        browser.form("/cart/items/1000024", "selected=true&_csrf=" + csrf("/cart"));
        assertThat(browser.get("/cart").body())
                .doesNotContain("Select at least one item")
                .contains("¥269.00");
    }

    @Test
    void an_absurd_quantity_is_refused_on_the_cart_page() {
        addToCart(1_000_024, 1);
        Answer refused = browser.form("/cart/items/1000024", "quantity=100000&_csrf=" + csrf("/cart"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("Rattan Table Lamp", "role=\"alert\"");
    }

    @Test
    void a_forged_flash_cookie_says_nothing() {
        for (String forged : List.of("no.such.key", "cart.removed:<b>", "cart.removed:1:2:3:4", "error.trace:1")) {
            assertThat(Browser.at(port).cookie("gomall-flash", forged).get("/").body())
                    .contains("<div id=\"flash\" role=\"status\"></div>");
        }
    }

    @Test
    void buys_from_the_product_page_to_the_paid_order() {
        logIn();
        Answer buy = browser.form("/cart/buy", "skuId=1000024&quantity=2&_csrf=" + csrf("/products/100002"));
        assertThat(buy.header("Location")).endsWith("/checkout?sku=1000024&quantity=2");
        String review = browser.get("/checkout?sku=1000024&quantity=2&addressId=5001&step=review")
                .body();
        assertThat(review).contains("Place the order for ¥538.00");
        Answer placed = place(review, "sku=1000024&quantity=2&addressId=5001", 53_800);
        assertThat(placed.header("Location")).contains("/pay?orderIds=");

        String pay = browser.get(path(placed)).body();
        assertThat(pay).contains("Pay ¥538.00 from the wallet", "data-until=");
        String orderId = orders().get(0).orderId() + "";
        Answer paid =
                browser.form("/pay", "orderIds=" + orderId + "&key=" + find(KEY, pay) + "&_csrf=" + find(CSRF, pay));
        assertThat(browser.get(path(paid)).body()).contains("Paid. Thank you!", "¥538.00");

        Answer again =
                browser.form("/pay", "orderIds=" + orderId + "&key=" + find(KEY, pay) + "&_csrf=" + find(CSRF, pay));
        assertThat(again.header("Location")).isEqualTo(paid.header("Location"));
        assertThat(browser.get("/orders/" + orderId).body()).contains("Paid", "The shop is packing it.");
    }

    @Test
    void pressing_twice_places_one_order() {
        logIn();
        String review = browser.get("/checkout?sku=1000024&quantity=1&addressId=5001&step=review")
                .body();
        Answer first = place(review, "sku=1000024&quantity=1&addressId=5001", 26_900);
        Answer second = place(review, "sku=1000024&quantity=1&addressId=5001", 26_900);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(orders()).hasSize(1);
    }

    @Test
    void a_changed_price_must_be_accepted() {
        logIn();
        String review = browser.get("/checkout?sku=1000024&quantity=1&addressId=5001&step=review")
                .body();
        Answer changed = place(review, "sku=1000024&quantity=1&addressId=5001&note=ring+twice", 26_000);
        assertThat(changed.status()).isEqualTo(409);
        assertThat(changed.body())
                .contains(
                        "The total has changed from ¥260.00 to ¥269.00",
                        "Accept ¥269.00 and place the order",
                        "ring twice");
        assertThat(orders()).isEmpty();
    }

    @Test
    void the_key_stays_while_the_outcome_is_unknown() {
        logIn();
        PaymentService payments = context.getBean(PaymentService.class);
        OrderView order = placedOrder();
        String page = browser.get("/pay?orderIds=" + order.orderId()).body();
        doThrow(new BusinessException(ErrorCode.TIMEOUT)).when(payments).pay(any());
        Answer lost = browser.form(
                "/pay", "orderIds=" + order.orderId() + "&key=" + find(KEY, page) + "&_csrf=" + find(CSRF, page));
        assertThat(lost.status()).isEqualTo(504);
        assertThat(lost.body()).contains("It is safe to press the button again", "Number to quote");
        assertThat(find(KEY, lost.body())).isEqualTo(find(KEY, page));
    }

    @Test
    void what_was_typed_is_kept_and_the_wrong_fields_are_named() {
        Answer refused = browser.form(
                "/register", "username=a&email=carol%40gomall.example&password=short&_csrf=" + csrf("/register"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body())
                .contains(
                        "value=\"carol@gomall.example\"",
                        "id=\"username-wrong\"",
                        "id=\"password-wrong\"",
                        "aria-invalid=\"true\"")
                .doesNotContain("value=\"short\"");
    }

    @Test
    void a_wrong_password_is_refused_in_plain_words() {
        Answer refused = browser.form("/login", "account=alice&password=nope&next=/orders&_csrf=" + csrf("/login"));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body())
                .contains("The account or the password is wrong.", "value=\"alice\"", "value=\"/orders\"");
    }

    @Test
    void an_amount_that_is_none_is_refused_and_a_good_one_booked() {
        logIn();
        String wallet = browser.get("/account/wallet").body();
        Answer refused = browser.form(
                "/account/wallet", "amount=1.234&key=" + find(KEY, wallet) + "&_csrf=" + find(CSRF, wallet));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("value=\"1.234\"", "id=\"amount-wrong\"", "¥100,000.00");
        Answer booked = browser.form(
                "/account/wallet", "amount=1,234.50&key=" + find(KEY, wallet) + "&_csrf=" + find(CSRF, wallet));
        assertThat(booked.status()).isEqualTo(302);
        assertThat(browser.get("/account/wallet").body()).contains("¥101,234.50", "+¥1,234.50");
    }

    @Test
    void an_address_is_deleted_only_after_asking() {
        logIn();
        String question = browser.get("/account/addresses/5002/delete").body();
        assertThat(question).contains("Delete this address?", "Delete the address of Alice at work");
        browser.form("/account/addresses/5002/delete", "_csrf=" + find(CSRF, question));
        assertThat(mall.addresses.list(MemoryOrders.ALICE)).hasSize(1);
    }

    @Test
    void the_live_part_of_an_order_is_sent_only_when_something_has_changed() {
        logIn();
        OrderView order = placedOrder();
        String page = browser.get("/orders/" + order.orderId()).body();
        assertThat(page).contains("data-events=\"/api/orders/" + order.orderId() + "/events\"");
        Matcher seen = Pattern.compile("seen=([A-Za-z0-9_-]+)\"").matcher(page);
        assertThat(seen.find()).isTrue();
        String live = "/orders/" + order.orderId() + "?seen=" + seen.group(1);
        assertThat(browser.get(live).status()).isEqualTo(204);
        mall.orders.step(order.orderId(), OrderStatus.CANCELLED, "SYSTEM", null, null, null);
        assertThat(browser.get(live).body()).contains("Order status: Cancelled");
    }

    @Test
    void an_order_is_shown_while_payments_are_away() {
        logIn();
        OrderView order = placedOrder();
        doThrow(new BusinessException(ErrorCode.UNAVAILABLE))
                .when(context.getBean(PaymentService.class))
                .ofOrder(anyLong(), anyLong());
        doThrow(new BusinessException(ErrorCode.UNAVAILABLE))
                .when(context.getBean(WalletService.class))
                .wallet(anyLong());
        assertThat(browser.get("/orders/" + order.orderId()).body()).contains("Payments cannot be shown right now");
        assertThat(browser.get("/pay?orderIds=" + order.orderId()).body()).contains("The balance cannot be shown");
    }

    @Test
    void cancelling_too_late_says_why() {
        logIn();
        OrderView order = placedOrder();
        String question = browser.get("/orders/" + order.orderId() + "/cancel").body();
        mall.orders.step(order.orderId(), OrderStatus.PAID, "SYSTEM", null, null, null);
        Answer late = browser.form("/orders/" + order.orderId() + "/cancel", "_csrf=" + find(CSRF, question));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("the state has changed meanwhile", "Its state is: Paid");
    }

    @Test
    void a_merchant_ships_an_order_of_the_own_shop() {
        logIn();
        mall.carts.add(CartOwner.user(MemoryOrders.ALICE), new CartLineCommand(1_000_011, 1));
        String review = browser.get("/checkout?addressId=5001&step=review").body();
        place(
                review,
                "addressId=5001",
                mall.carts
                        .quotes(mall.carts.lines(MemoryOrders.ALICE, null))
                        .get(0)
                        .totalCents());
        OrderView order = orders().get(0);
        mall.orders.step(order.orderId(), OrderStatus.PAID, "SYSTEM", null, null, null);
        assertThat(browser.get("/merchant/orders").status()).isEqualTo(403);

        browser = Browser.at(port).keepingCookies();
        logIn("nova");
        assertThat(browser.get("/merchant/orders?status=PAID").body()).contains(order.orderId() + "");
        String form = browser.get("/merchant/orders/" + order.orderId()).body();
        Answer shipped = browser.form(
                "/merchant/orders/" + order.orderId() + "/ship",
                "carrier=SF+Express&trackingNo=SF1234567&_csrf=" + find(CSRF, form));
        assertThat(shipped.status()).isEqualTo(302);
        assertThat(mall.orders.find(order.orderId()).status()).isEqualTo(OrderStatus.SHIPPED);
    }

    @Test
    void error_pages_say_what_happened_and_how_to_go_on() {
        Answer missing = browser.get("/products/1");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.body()).contains("There is nothing here", "Number to quote", "To the front page");
        Answer busy = browser.get("/products/429");
        assertThat(busy.status()).isEqualTo(429);
        assertThat(busy.header("Retry-After")).isEqualTo("3");
        assertThat(busy.body()).contains("A little too fast", "3 s");
        assertThat(browser.get("/products/503").body()).contains("Back in a moment");
        assertThat(browser.get("/products/500").body()).contains("That was our fault");
    }

    @Test
    void pictures_are_cached_for_long_and_never_fail() {
        Answer picture = browser.get("/media/products/100001/1.svg");
        assertThat(picture.header("Content-Type")).startsWith("image/svg+xml");
        assertThat(picture.header("Cache-Control")).contains("max-age=2592000");
        assertThat(picture.setCookies()).isEmpty();
        assertThat(browser.header("If-None-Match", picture.header("ETag"))
                        .get("/media/products/100001/1.svg")
                        .status())
                .isEqualTo(304);

        doThrow(new BusinessException(ErrorCode.UNAVAILABLE))
                .when(context.getBean(CatalogueService.class))
                .product(anyLong());
        Answer parcel = Browser.at(port).get("/media/products/777777/2.svg");
        assertThat(parcel.status()).isEqualTo(200);
        assertThat(parcel.header("Cache-Control")).contains("max-age=60");
        assertThat(Browser.at(port).get("/media/products/100001/4.svg").status())
                .isEqualTo(404);
    }

    private void logIn() {
        logIn("alice");
    }

    private void logIn(String account) {
        Answer answer = browser.form(
                "/login", "account=" + account + "&password=" + Accounts.PASSWORD + "&_csrf=" + csrf("/login"));
        assertThat(answer.status()).isEqualTo(302);
    }

    private void addToCart(long skuId, int quantity) {
        Answer added = browser.form(
                "/cart/items",
                "skuId=" + skuId + "&quantity=" + quantity + "&back=/products/" + skuId / 10 + "&_csrf="
                        + csrf("/products/" + skuId / 10));
        assertThat(added.header("Location")).endsWith("/products/" + skuId / 10);
    }

    private Answer place(String review, String fields, long expectedTotalCents) {
        return browser.form(
                "/checkout",
                fields + "&expectedTotalCents=" + expectedTotalCents + "&key=" + find(KEY, review) + "&_csrf="
                        + find(CSRF, review));
    }

    private OrderView placedOrder() {
        String review = browser.get("/checkout?sku=1000024&quantity=1&addressId=5001&step=review")
                .body();
        place(review, "sku=1000024&quantity=1&addressId=5001", 26_900);
        return orders().get(0);
    }

    private List<OrderView> orders() {
        return mall.orders.list(new OrderQuery(MemoryOrders.ALICE, null, 1, 20)).items();
    }

    private String csrf(String path) {
        return find(CSRF, browser.get(path).body());
    }

    private static String path(Answer redirect) {
        return redirect.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    private static String find(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1);
    }
}
