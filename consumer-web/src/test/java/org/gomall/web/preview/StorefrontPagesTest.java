package org.gomall.web.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doThrow;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.order.CartLineCommand;
import org.gomall.api.order.CartOwner;
import org.gomall.api.product.CatalogueService;
import org.gomall.api.product.ProductSort;
import org.gomall.slice.Browser;
import org.gomall.slice.Browser.Answer;
import org.gomall.slice.Settings;
import org.gomall.web.catalogue.CatalogueReader;
import org.junit.jupiter.api.Test;

/** Looking around: home, lists, product, pictures, languages, error pages. */
class StorefrontPagesTest extends PagesTest {

    @Test
    void the_front_page_shows_categories_and_products() {
        Answer home = browser.get("/");
        assertThat(home.status()).isEqualTo(200);
        assertThat(home.body())
                .contains("<html lang=\"en\"", "Best sellers", "/products?categoryId=3001", "/media/products/")
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
    void a_product_looks_alike_for_everybody_and_changes_for_everybody_at_once() {
        mall.catalogue.add(666_002, 3002, "Plain [[${1+1}]] Bowl", "碗", 4_200);
        Browser other = Browser.at(port).keepingCookies();
        String own = browser.get("/products/666002").body();
        assertThat(CSRF.matcher(other.get("/products/666002").body()).replaceAll(""))
                .isEqualTo(CSRF.matcher(own).replaceAll(""))
                .contains("Plain [[${1+1}]] Bowl", "¥42.00");
        assertThat(find(CSRF, other.get("/products/666002").body())).isNotEqualTo(find(CSRF, own));
        assertThat(Browser.at(port)
                        .header("Accept-Language", "zh")
                        .get("/products/666002")
                        .body())
                .contains("<h1>碗</h1>")
                .doesNotContain("More from this shop");

        mall.catalogue.add(666_002, 3002, "Dear Bowl", "碗", 9_900);
        context.getBean(CatalogueReader.class).forgetAll();

        assertThat(other.get("/products/666002").body())
                .contains("Dear Bowl", "¥99.00")
                .doesNotContain("¥42.00");
        assertThat(other.get("/products?categoryId=3002").body())
                .contains("Dear Bowl")
                .doesNotContain("Plain [[");
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
        assertThat(browser.get("/products").body()).contains("lang=\"zh-CN\"", "<title>全部商品 · GoMall</title>");
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
        assertThat(browser.get("/products?keyword=no+such+thing").body()).contains("No matches", "Popular right now");
        assertThat(browser.get("/products?categoryId=3999").body()).contains("Nothing here yet");
        assertThat(browser.get("/products?keyword=%22%3E%3Cscript%3E").body()).doesNotContain("\"><script>");
    }

    @Test
    void a_list_says_how_long_it_is_and_what_narrows_it() {
        String list =
                browser.get("/products?keyword=wo&minPrice=50&inStock=true").body();
        assertThat(list)
                .containsPattern("<p class=\"muted\">\\d+ products?<")
                .contains("Remove filter: “wo”", "Remove filter: from ¥50.00", "Remove filter: In stock only")
                .contains("href=\"/products?minPrice=50&amp;inStock=true\"", "Clear all");
        assertThat(browser.get("/products").body()).doesNotContain("Remove filter", "Popular right now");
        assertThat(browser.get("/products?page=90").body()).contains("You have reached the end", "page=1\"");
    }

    @Test
    void a_list_is_fetched_anew_in_its_place_and_by_plain_links_without_scripts() {
        String list = browser.get("/products?minPrice=50").body();
        assertThat(list)
                .contains(
                        "hx-target=\"#list\" hx-select=\"#list\"",
                        "hx-indicator=\"#list .loads\"",
                        "<div class=\"loads\">")
                .containsPattern("data-announce=\"\\d+ products, page 1\"")
                .containsPattern("<nav class=\"sort\" hx-boost=\"true\"[^>]*>")
                .containsPattern("<a id=\"sort-sales\" href=\"/products\\?minPrice=50&amp;sort=sales\"")
                .containsPattern("<form method=\"get\" hx-boost=\"true\"[^>]*action=\"/products\"")
                .containsPattern("<ul class=\"plain chips\"[^>]*hx-boost=\"true\"");
        // The search above the list has to lose its word as well.
        assertThat(browser.get("/products?keyword=wo&minPrice=50").body())
                .containsPattern("<ul class=\"plain chips\"[^>]*hx-boost=\"false\"");
        assertThat(browser.get("/products").body()).contains("\"refreshOnHistoryMiss\":true");
    }

    @Test
    void the_picture_of_a_product_leads_to_itself_and_opens_over_the_page() {
        assertThat(browser.get("/products/100002?sku=1000024&image=2").body())
                .containsPattern(
                        "<a class=\"zoom loads\" id=\"zoom\" data-large=\"large\" href=\"/media/products/100002/2-ink.svg\"")
                .containsPattern("<dialog class=\"large\" id=\"large\" aria-label=\"Rattan Table Lamp\">")
                .containsPattern("<form method=\"dialog\"><button type=\"submit\" aria-label=\"Close\">")
                .contains("Enlarge the picture");
    }

    @Test
    void a_wrong_price_is_said_and_what_was_typed_stays() {
        String list = browser.get("/products?minPrice=cheap").body();
        assertThat(list)
                .contains("Please enter amounts such as", "value=\"cheap\" aria-invalid=\"true\"")
                .contains("aria-describedby=\"price-wrong\"", "class=\"tile\"");
        assertThat(browser.get("/products?minPrice=1").body()).doesNotContain("Please enter amounts");
    }

    @Test
    void a_shop_can_be_searched_and_sorted() {
        String shop = browser.get("/shops/2002?keyword=wok&sort=priceAsc").body();
        assertThat(shop)
                .contains("Cast Iron Wok", "value=\"wok\"", "Remove filter: “wok”")
                .contains("name=\"sort\" value=\"priceAsc\"");
        assertThat(browser.get("/shops/2002?keyword=no+such+thing").body())
                .contains("Nothing in this shop matches", "href=\"/products?keyword=no%20such%20thing\"");
    }

    @Test
    void the_pictures_of_a_product_page_follow_the_chosen_colour() {
        assertThat(browser.get("/products/100002?sku=1000024").body())
                .contains("src=\"/media/products/100002/1-ink.svg\"", "src=\"/media/products/100002/3-ink.svg\"");
        assertThat(browser.get("/products/100002?sku=1000021").body())
                .contains("src=\"/media/products/100002/1-sage.svg\"");
        Answer ink = browser.get("/media/products/100002/1-ink.svg");
        assertThat(ink.body())
                .contains("#2f3b52")
                .isNotEqualTo(browser.get("/media/products/100002/1.svg").body());
        assertThat(ink.header("Cache-Control")).contains("max-age=2592000");
        assertThat(ink.header("Content-Security-Policy")).startsWith("default-src 'none'; style-src 'sha256-");
        assertThat(browser.get("/media/products/100002/1-nosuch.svg").status()).isEqualTo(404);
    }

    @Test
    void a_product_page_shows_more_of_its_shop_and_sells_without() {
        assertThat(browser.get("/products/100002").body())
                .containsPattern("(?s)More from this shop.*class=\"tile\"")
                .contains("How refunds work", "href=\"/help#refunds\"");
        CatalogueReader reader = context.getBean(CatalogueReader.class);
        reader.forgetAll();
        mall.catalogue.busy = true;
        assertThat(browser.get("/products/100004").body())
                .contains("Add to cart")
                .doesNotContain("More from this shop");
    }

    @Test
    void no_product_is_on_the_front_page_twice_and_best_sellers_have_their_rank() {
        String home = browser.get("/").body();
        Matcher links = Pattern.compile("href=\"/products/(\\d+)\"").matcher(home);
        List<String> products = links.results().map(found -> found.group(1)).toList();
        assertThat(products).hasSizeGreaterThan(15).doesNotHaveDuplicates();
        assertThat(home).containsPattern("(?s)<ol class=\"plain tiles best\">.*class=\"rank\"[^>]*>8<");
        assertThat(home.length()).isLessThan(60_000);
    }

    @Test
    void the_help_answers_in_both_languages_and_is_linked_from_everywhere() {
        assertThat(browser.get("/").body()).contains("href=\"/help\"");
        assertThat(browser.get("/products/1").body()).contains("href=\"/help\"");
        assertThat(browser.get("/help").body())
                .contains("<h1>Help</h1>", "id=\"refunds\"", "id=\"contact\"")
                .doesNotContain("??", "Write to us");
        assertThat(Browser.at(port)
                        .header("Accept-Language", "zh-CN")
                        .get("/help")
                        .body())
                .contains("帮助中心", "原路退回");
    }

    @Test
    void the_help_shows_the_contact_that_is_set() {
        Settings settings = context.getBean(Settings.class);
        settings.set("gomall.web.contact", "help@mall.example");
        assertThat(browser.get("/help").body()).contains("href=\"mailto:help@mall.example\"");
        settings.set("gomall.web.contact", "javascript:alert(1)");
        assertThat(browser.get("/help").body()).doesNotContain("href=\"javascript");
        settings.reset();
    }

    @Test
    void the_address_of_a_product_page_chooses_the_sku() {
        assertThat(browser.get("/products/100002?sku=1000024").body())
                .contains("¥269.00", "name=\"skuId\" value=\"1000024\"");
    }

    @Test
    void what_is_sold_out_leads_to_others_of_its_kind() {
        mall.catalogue.add(666_006, 3002, "Rare Bowl", "稀碗", 4_200);
        assertThat(browser.get("/products/666006?sku=6660061").body()).doesNotContain("See similar products");
        mall.catalogue.stock.put(6_660_061L, 0);
        context.getBean(CatalogueReader.class).forgetAll();
        assertThat(browser.get("/products/666006?sku=6660061").body())
                .contains("Sold out", "href=\"/products?categoryId=3002&amp;inStock=true\">See similar products");
    }

    @Test
    void a_product_page_sells_while_stock_is_away() {
        mall.catalogue.stockAway = true;
        mall.catalogue.add(666_002, 3002, "New Bowl", "新碗", 4_200);
        assertThat(browser.get("/products/666002").body()).contains("Stock is checked at checkout", "Add to cart");
    }

    @Test
    void a_product_page_shows_its_last_copy_and_says_since_when_while_the_catalogue_is_away() {
        mall.catalogue.add(666_004, 3002, "Old Bowl", "旧碗", 4_200);
        assertThat(browser.get("/products/666004").body()).doesNotContain("This is as of");

        mall.catalogue.away = true;
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            Answer page = browser.get("/products/666004");
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body()).contains("Old Bowl", "This is as of", "Add to cart");
        });
        Answer never = browser.get("/products/666005");
        assertThat(never.status()).isEqualTo(503);
        assertThat(never.header("Retry-After")).isEqualTo("2");
        assertThat(never.body()).contains("Please try again in 2 s.");
    }

    @Test
    void a_list_that_is_blocked_says_when_to_try_again_and_the_page_around_it_works() {
        mall.catalogue.busy = true;

        Answer list = browser.get("/products?keyword=never+asked+before");

        assertThat(list.status()).isEqualTo(429);
        assertThat(list.header("Retry-After")).isEqualTo("1");
        assertThat(list.body()).contains("Please try again in 1 s.", "id=\"cart-link\"", "<form");
        assertThat(browser.get("/products/100002").status()).isEqualTo(200);
    }

    @Test
    void a_shelf_of_the_front_page_that_is_blocked_says_when_to_try_again_and_the_other_one_sells() {
        CatalogueReader reader = context.getBean(CatalogueReader.class);
        reader.forgetAll();
        doThrow(new BusinessException(ErrorCode.RATE_LIMITED, "too many", Map.of("retryAfterSeconds", 4)))
                .when(context.getBean(CatalogueService.class))
                .search(argThat(query -> query != null && query.sort() == ProductSort.SALES));

        Answer home = browser.get("/");

        assertThat(home.status()).isEqualTo(200);
        assertThat(home.body())
                .containsPattern(
                        "(?s)Best sellers.*Busy right now\\. Please try again in 4 s\\..*id=\"newest\".*class=\"tile\"")
                .doesNotContain("Nothing here yet");
        reader.forgetAll();
    }

    @Test
    void a_forged_flash_cookie_says_nothing() {
        for (String forged : List.of("no.such.key", "cart.removed:<b>", "cart.removed:1:2:3:4", "error.trace:1")) {
            assertThat(Browser.at(port).cookie("gomall-flash", forged).get("/").body())
                    .contains("<div id=\"flash\" role=\"status\"></div>");
        }
    }

    @Test
    void error_pages_say_what_happened_and_how_to_go_on() {
        Answer missing = browser.get("/products/1");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.body()).contains("Page not found", "Reference: ", "Go to the home page");
        Answer busy = browser.get("/products/429");
        assertThat(busy.status()).isEqualTo(429);
        assertThat(busy.header("Retry-After")).isEqualTo("3");
        assertThat(busy.body())
                .contains("Too many requests")
                .containsPattern("<p data-refusal[^>]*>Please try again in 3 s");
        assertThat(browser.get("/products/503").body()).contains("Back in a moment");
        assertThat(browser.get("/products/500").body())
                .contains("Something went wrong")
                .containsPattern("href=\"\"[^>]*>Try again");
        assertThat(missing.body()).contains("id=\"lookfor\"").doesNotContain(">Try again<");
        logIn();
        Answer senseless = browser.get("/pay");
        assertThat(senseless.status()).isEqualTo(400);
        assertThat(senseless.body())
                .contains("missing or could not be read")
                .containsPattern("class=\"button main\" href=\"/\"")
                .doesNotContain("highlighted");
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
}
