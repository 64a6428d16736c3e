package org.gomall.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A person buys in a real browser. Skipped, and says so, where no Chromium is installed. */
class BrowserTest {

    private static final Mall MALL = Mall.shared();
    private static final Path PICTURES = Project.root().resolve("e2e/target/screenshots");
    private static final String AXE = axe();
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void browser() {
        Path chromium = Stream.of(
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/snap/bin/chromium")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        if (chromium == null) {
            System.out.println("BrowserTest is skipped: install Chromium to have the pages tested too.");
        }
        assumeThat(chromium).as("a Chromium on this machine").isNotNull();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    @AfterAll
    static void close() {
        if (playwright != null) {
            playwright.close();
        }
        MALL.assertInvariants();
    }

    @Test
    void a_guest_registers_at_checkout_buys_pays_and_watches_the_order_being_shipped() {
        try (Visit visit = new Visit("en", 1280, 900, true)) {
            Page page = visit.page;
            page.navigate(MALL.url() + "/");
            visit.picture("home");
            page.navigate(MALL.url() + "/products?keyword=mug");
            visit.picture("search");

            String order = visit.buyAsNewcomer(MALL.sku(Mall.NOVA_SHOP));

            assertThat(page.locator("#state").textContent()).containsIgnoringCase("paid");
            Shopper nova = Shopper.login(MALL.url(), "nova", Mall.DEMO_PASSWORD);
            nova.post(
                            "/api/merchant/orders/" + order + "/ship",
                            Map.of("carrier", "SF Express", "trackingNo", "SF1234567890"))
                    .ok();
            // Nobody reloads the page.
            page.locator("text=SF1234567890")
                    .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                            .setState(WaitForSelectorState.VISIBLE)
                            .setTimeout(5_000));
            visit.picture("order-shipped");
            visit.press("a[href$='/receive']", "/receive");
            page.locator("main form button[type=submit]").first().click();
            page.waitForURL(url -> url.contains("/orders/" + order) && !url.contains("/receive"));
            visit.picture("order-received");
        }
    }

    @Test
    void the_same_on_a_phone_in_chinese_and_without_javascript() {
        try (Visit visit = new Visit("zh-CN", 360, 780, false)) {
            visit.page.navigate(MALL.url() + "/");
            assertThat(visit.page.locator("html").getAttribute("lang")).startsWith("zh");
            visit.picture("home-phone-zh");
            visit.buyAsNewcomer(MALL.sku(Mall.ORBIT_SHOP));
            visit.picture("order-phone-zh");
        }
    }

    @Test
    void what_is_pressed_twice_is_in_the_cart_once_and_a_refusal_is_told_where_the_button_is() {
        try (Visit visit = new Visit("en", 1280, 900, true)) {
            Page page = visit.page;
            long sku = MALL.sku(Mall.NOVA_SHOP);
            page.navigate(MALL.url() + "/products/" + sku / 10 + "?sku=" + sku);
            List<Route> sent = new ArrayList<>();
            page.route("**/cart/items", sent::add);
            page.dblclick("#add");
            page.waitForCondition(() -> !sent.isEmpty());
            assertThat(page.isDisabled("#add")).isTrue();
            sent.get(0).resume();
            page.locator("#flash >> text=Added to your cart").waitFor();
            assertThat(page.locator("#cart-link .badge").textContent()).isEqualTo("1");
            assertThat(sent).hasSize(1);
            page.unroute("**/cart/items");

            page.fill("#quantity", "1000");
            page.click("#add");
            page.locator("#flash >> text=A whole number from 1 to 999").waitFor();
            assertThat(page.url()).contains("/products/");

            // As a proxy would answer, without a page of its own.
            page.route(
                    "**/cart/items",
                    route -> route.fulfill(
                            new Route.FulfillOptions().setStatus(429).setHeaders(Map.of("Retry-After", "7"))));
            page.fill("#quantity", "1");
            page.click("#add");
            page.locator("#flash >> text=try again in 7 s").waitFor();

            page.navigate(MALL.url() + "/cart");
            page.evaluate("document.getElementById('flash').stays = true");
            page.click("#remove-" + sku);
            page.locator("#flash [data-next]:focus").waitFor();
            assertThat(page.evaluate("document.getElementById('flash').stays")).isEqualTo(true);
        }
    }

    @Test
    void who_has_not_paid_in_time_sees_the_buttons_go_and_reads_why() {
        Shopper alice = Shopper.login(MALL.url(), "alice", Mall.DEMO_PASSWORD);
        String order = alice.order(MALL.sku(Mall.NOVA_SHOP), 1);
        try (Visit visit = new Visit("en", 360, 780, true)) {
            Page page = visit.page;
            visit.login("alice");
            MALL.database()
                    .update(
                            "UPDATE gomall_order.orders SET expires_at = UTC_TIMESTAMP(6) + INTERVAL 8 SECOND WHERE order_id = ?",
                            Long.parseLong(order));
            page.navigate(MALL.url() + "/pay?orderIds=" + order);
            assertThat(page.locator("#pay form button").count()).isPositive();

            page.locator("#pay .note >> text=Time is up").waitFor();
            assertThat(page.locator("#pay form").count()).isZero();
            page.locator("#pay .tag >> text=Cancelled").waitFor();
        }
    }

    @Test
    void every_page_fits_a_narrow_phone() {
        try (Visit visit = new Visit("en", 320, 640, true)) {
            Page page = visit.page;
            visit.login("alice");
            for (String path : List.of(
                    "/",
                    "/products",
                    "/products/100001",
                    "/shops/2001",
                    "/cart",
                    "/orders",
                    "/account",
                    "/account/close",
                    "/account/addresses",
                    "/account/wallet",
                    "/nothing-here")) {
                page.navigate(MALL.url() + path);
                Object overflow =
                        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
                assertThat(((Number) overflow).intValue()).as(path).isLessThanOrEqualTo(0);
                assertThat(page.locator("h1").count()).as("h1 of " + path).isEqualTo(1);
                Object cutOff = page.evaluate("""
                        [...document.querySelectorAll('.tile .foot')]
                            .filter(foot => foot.scrollWidth > foot.clientWidth)
                            .map(foot => foot.textContent)
                        """);
                assertThat((List<?>) cutOff).as("prices of " + path).isEmpty();
                visit.picture("narrow" + path.replace('/', '-'));
            }
        }
    }

    @Test
    void admin_pages_fit_a_narrow_phone() {
        try (Visit visit = new Visit("en", 320, 640, true)) {
            Page page = visit.page;
            visit.login("admin");
            for (String path : List.of(
                    "/admin",
                    "/admin/users",
                    "/admin/users/1001",
                    "/admin/users/1001/ban",
                    "/admin/roles",
                    "/admin/roles/USER",
                    "/admin/access-rules",
                    "/admin/permissions?userId=1001&method=GET&path=/api/merchant/orders",
                    "/admin/audit-log",
                    "/ops/reconciliation",
                    "/ops/dead-letters",
                    "/ops/transactions",
                    "/ops/failures",
                    "/ops/rules/flow",
                    "/ops/rules/degrade",
                    "/ops/rules/flow/new",
                    "/ops",
                    "/ops/services/provider-stock")) {
                page.navigate(MALL.url() + path);
                Object overflow =
                        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
                assertThat(((Number) overflow).intValue()).as(path).isLessThanOrEqualTo(0);
                assertThat(page.locator("h1").count()).as("h1 of " + path).isEqualTo(1);
                visit.picture("narrow" + path.replaceAll("[?].*", "").replace('/', '-'));
            }
        }
        try (Visit visit = new Visit("zh-CN", 1280, 900, true)) {
            visit.login("admin");
            for (String path : List.of("/admin/users/1001", "/admin/roles", "/admin/access-rules", "/ops")) {
                visit.page.navigate(MALL.url() + path);
                visit.picture("wide" + path.replace('/', '-'));
            }
        }
    }

    @Test
    void the_pages_of_shops_and_admins_and_those_about_money_are_sound() {
        Shopper alice = Shopper.login(MALL.url(), "alice", Mall.DEMO_PASSWORD);
        Shopper nova = Shopper.login(MALL.url(), "nova", Mall.DEMO_PASSWORD);
        alice.postWithKey("/api/wallet/topups", Shopper.key(), Map.of("amountCents", 1_000_000))
                .ok();
        String card = alice.card("4242424242424242");
        String paid = alice.order(MALL.sku(Mall.NOVA_SHOP), 1);
        String shipped = alice.order(MALL.sku(Mall.NOVA_SHOP), 2);
        alice.pay(paid, shipped).ok();
        nova.post("/api/merchant/orders/" + shipped + "/ship", Map.of("carrier", "SF", "trackingNo", "SF1001"))
                .ok();
        String refund = alice.postWithKey(
                        "/api/orders/" + shipped + "/refunds", Shopper.key(), Map.of("reason", "It is too small"))
                .ok()
                .data()
                .path("refundId")
                .asString();
        List<String> problems = new ArrayList<>();

        for (int width : List.of(360, 1280)) {
            try (Visit visit = new Visit("en", width, 900, true)) {
                visit.login("alice");
                for (String path : List.of(
                        "/account/cards",
                        "/account/cards/new",
                        "/account/cards/" + card + "/delete",
                        "/account/close",
                        "/account/wallet",
                        "/orders/" + shipped,
                        "/orders/" + paid + "/refund")) {
                    problems.addAll(visit.inspect(path));
                }
            }
            for (Map.Entry<String, String> area :
                    Map.of("admin", "/admin", "nova", "/merchant").entrySet()) {
                try (Visit visit = new Visit("en", width, 900, true)) {
                    visit.login(area.getKey());
                    problems.addAll(visit.inspect(area.getValue()));
                    List<String> sections = visit.links("main nav.tabs a", "/");
                    assertThat(sections).hasSizeGreaterThanOrEqualTo(8);
                    for (String section : sections) {
                        problems.addAll(visit.inspect(section));
                        List<String> further = visit.links("main :not(nav) > a, main td a", section + "/");
                        for (String first : further.subList(0, Math.min(1, further.size()))) {
                            problems.addAll(visit.inspect(first));
                        }
                    }
                    if (area.getKey().equals("nova")) {
                        problems.addAll(visit.inspect("/merchant/products/new"));
                    }
                }
            }
        }

        assertThat(problems).isEmpty();
        nova.post("/api/merchant/refunds/" + refund + "/refuse", Map.of("reason", "It was worn"))
                .ok();
        alice.delete("/api/cards/" + card).ok();
    }

    @Test
    void a_visitor_who_is_sent_to_the_login_comes_back_and_never_leaves_the_site() {
        try (Visit visit = new Visit("en", 1280, 900, true)) {
            visit.page.navigate(MALL.url() + "/orders?status=PAID");
            assertThat(visit.page.url()).contains("/login");
            visit.fillLogin("alice");
            assertThat(visit.page.url()).endsWith("/orders?status=PAID");
        }
        try (Visit visit = new Visit("en", 1280, 900, true)) {
            visit.page.navigate(MALL.url() + "/login?next=//evil.example/");
            visit.fillLogin("alice");
            assertThat(visit.page.url()).startsWith(MALL.url());
        }
    }

    private static String axe() {
        try (InputStream script =
                BrowserTest.class.getResourceAsStream("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One visitor with cookies of their own; fails when the page logs an error or asks anybody else. */
    private static final class Visit implements AutoCloseable {

        private final BrowserContext context;
        private final Page page;
        private final List<String> complaints = new ArrayList<>();

        Visit(String language, int width, int height, boolean javaScript) {
            context = browser.newContext(new Browser.NewContextOptions()
                    .setLocale(language)
                    .setViewportSize(width, height)
                    .setJavaScriptEnabled(javaScript));
            context.setDefaultTimeout(15_000);
            page = context.newPage();
            page.onConsoleMessage(message -> {
                boolean expected =
                        message.text().contains("404") || message.text().contains("status of 4");
                if (message.type().equals("error") && !expected) {
                    complaints.add(message.text());
                }
            });
            page.onPageError(complaints::add);
            page.onRequest(request -> {
                if (!request.url().startsWith(MALL.url()) && !request.url().startsWith("data:")) {
                    complaints.add("asked somebody else: " + request.url());
                }
            });
        }

        /** From the product page to the page of the paid order; returns the order's id. */
        String buyAsNewcomer(long sku) {
            page.navigate(MALL.url() + "/products/" + sku / 10 + "?sku=" + sku);
            picture("product");
            press("button[formaction]", "/login");
            press("main a[href*='/register']", "/register");
            String name = "b-" + UUID.randomUUID().toString().substring(0, 12);
            page.fill("input[name=username]", name);
            page.fill("input[name=email]", name + "@example.org");
            page.fill("input[name=password]", Shopper.PASSWORD);
            picture("register");
            // Back at the checkout, which asks for an address first.
            press("main form.card button[type=submit]", "/account/addresses/new");
            Shopper.address("Han Meimei").forEach((field, value) -> {
                if (value instanceof String text) {
                    page.fill("input[name=" + field + "]", text);
                }
            });
            picture("address");
            press("main form button[type=submit]", "/checkout");
            picture("checkout-address");
            press("main form[method=get] button[type=submit]", "step=payment");
            press("main form[method=get] button[type=submit]", "step=review");
            picture("checkout-review");
            press("main form[method=post] button[type=submit]", "/pay?orderIds=");
            String order = page.url().replaceAll(".*orderIds=(\\d+).*", "$1");
            // The wallet of a newcomer is empty: money first.
            Shopper.login(MALL.url(), name, Shopper.PASSWORD)
                    .postWithKey("/api/wallet/topups", Shopper.key(), Map.of("amountCents", 10_000_000))
                    .ok();
            page.navigate(page.url());
            picture("pay");
            press("main form button[type=submit]", "/pay/result/");
            picture("pay-result");
            page.navigate(MALL.url() + "/orders/" + order);
            picture("order");
            return order;
        }

        void login(String account) {
            page.navigate(MALL.url() + "/login");
            fillLogin(account);
        }

        void fillLogin(String account) {
            page.fill("input[name=account]", account);
            page.fill("input[name=password]", Mall.DEMO_PASSWORD);
            page.locator("main form button[type=submit]").first().click();
            page.waitForURL(url -> !url.contains("/login"));
        }

        /** Presses the first such button or link and waits for the page it leads to. */
        void press(String selector, String leadsTo) {
            page.locator(selector).first().click();
            page.waitForURL(url -> url.contains(leadsTo));
        }

        /** Opens a page and says what is wrong with it. */
        List<String> inspect(String path) {
            int status = page.navigate(MALL.url() + path).status();
            int overflow = ((Number) page.evaluate(
                            "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .intValue();
            page.evaluate(AXE);
            List<?> violations = (List<?>) page.evaluate("""
                    async () => (await axe.run()).violations
                        .filter(found => found.impact === 'serious' || found.impact === 'critical')
                        .map(found => found.id + ' at ' + found.nodes.map(node => node.target).join(', '))
                    """);
            List<String> wrong = new ArrayList<>();
            String where = path + " at " + page.viewportSize().width + ": ";
            if (status != 200) {
                wrong.add(where + status);
            }
            if (overflow > 0) {
                wrong.add(where + overflow + " px too wide");
            }
            if (page.locator("h1").count() != 1) {
                wrong.add(where + page.locator("h1").count() + " h1");
            }
            violations.forEach(violation -> wrong.add(where + violation));
            complaints.forEach(complaint -> wrong.add(where + complaint));
            complaints.clear();
            picture("walk"
                    + path.replaceAll("[?].*", "").replaceAll("[0-9]{5,}", "id").replace('/', '-'));
            return wrong;
        }

        /** Where links lead that begin so, each once. */
        List<String> links(String selector, String prefix) {
            return ((List<?>) page.locator(selector).evaluateAll("all => all.map(a => a.getAttribute('href'))"))
                    .stream()
                            .map(String::valueOf)
                            .filter(href -> href.startsWith(prefix))
                            .distinct()
                            .toList();
        }

        void picture(String name) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve(page.viewportSize().width + "-" + name + ".png"))
                    .setFullPage(true));
        }

        @Override
        public void close() {
            context.close();
            assertThat(complaints).isEmpty();
        }
    }
}
