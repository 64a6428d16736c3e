package org.gomall.web.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alibaba.csp.sentinel.slots.block.flow.FlowRule;
import com.alibaba.csp.sentinel.slots.block.flow.FlowRuleManager;
import com.alibaba.csp.sentinel.slots.block.flow.param.ParamFlowRule;
import com.alibaba.csp.sentinel.slots.block.flow.param.ParamFlowRuleManager;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import org.gomall.slice.Accounts;
import org.gomall.slice.Browser;
import org.gomall.slice.Browser.Answer;
import org.gomall.slice.Documents;
import org.gomall.slice.MemorySessions;
import org.gomall.slice.Settings;
import org.gomall.web.catalogue.CatalogueReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Answers that are ready are the answers that everybody would get, and nothing that holds for others is passed by. */
class ReadyPagesTest extends PagesTest {

    private static final String MUG = "/products/100001";
    private static final String MUG_JSON = "/api/products/100001";
    private static final SimpleMeterRegistry METERS = new SimpleMeterRegistry();

    @Autowired
    private Settings settings;

    @Autowired
    private Documents documents;

    @Autowired
    private Accounts accounts;

    @Autowired
    private MemorySessions sessions;

    @Autowired
    private CatalogueReader catalogue;

    @BeforeAll
    static void count() {
        Metrics.addRegistry(METERS);
    }

    @AfterAll
    static void count_no_more() {
        Metrics.removeRegistry(METERS);
    }

    @AfterEach
    void put_back() {
        settings.reset();
        accounts.reset();
        FlowRuleManager.loadRules(List.of());
        ParamFlowRuleManager.loadRules(List.of());
        documents.publish(
                "GOMALL",
                "access-rules.json",
                documents.shipped("GOMALL", "access-rules.json").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                MUG,
                MUG + "?sku=1000014&image=2",
                MUG + "?utm_source=mail",
                "/products",
                "/products?categoryId=3002",
                "/products?keyword=tent"
            })
    void a_ready_page_is_the_page_that_is_drawn(String path) {
        // A weight is nothing that is kept ready.
        Answer drawn = Browser.at(port).header("Accept", "text/html;q=0.9").get(path);
        Browser.at(port).get(path);
        double before = ready();

        Answer answer = Browser.at(port).get(path);

        assertThat(ready()).isEqualTo(before + 1);
        assertThat(CSRF.matcher(answer.body()).replaceAll(""))
                .isEqualTo(CSRF.matcher(drawn.body()).replaceAll(""))
                .contains("</html>");
        assertThat(said(answer)).isEqualTo(said(drawn));
        assertThat(answer.setCookies()).hasSize(1).allMatch(cookie -> cookie.startsWith("gomall-csrf="));
    }

    @ParameterizedTest
    @ValueSource(strings = {MUG_JSON, "/api/products?keyword=mug", "/api/categories", "/api/shops/2001"})
    void ready_json_is_the_json_that_is_written(String path) {
        Answer written =
                Browser.at(port).header("Accept", "application/json;q=0.9").get(path);
        Answer first = Browser.at(port).get(path);
        double before = ready();

        Answer answer = Browser.at(port).loggedIn("alice").get(path);

        assertThat(ready()).isEqualTo(before + 1);
        String trace = answer.json().get("traceId").stringValue();
        assertThat(trace).hasSize(32).isNotEqualTo(first.json().get("traceId").stringValue());
        assertThat(answer.body().replace(trace, ""))
                .isEqualTo(written.body().replace(written.json().get("traceId").stringValue(), ""));
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(said(Browser.at(port).get(path))).isEqualTo(said(written));
    }

    @Test
    void everybody_has_a_form_token_of_their_own_that_works() {
        Browser.at(port).get(MUG);
        Browser other = Browser.at(port).keepingCookies();
        double before = ready();

        String own = find(CSRF, browser.get(MUG).body());
        String others = find(CSRF, other.get(MUG).body());

        assertThat(ready()).isEqualTo(before + 2);
        assertThat(own).isNotEqualTo(others);
        String line = "skuId=1000014&quantity=1&back=" + MUG + "&_csrf=";
        assertThat(browser.form("/cart/items", line + own).status()).isEqualTo(302);
        assertThat(other.form("/cart/items", line + own).status()).isEqualTo(403);
    }

    @Test
    void what_is_kept_of_a_user_is_never_shown_to_another() {
        Browser.at(port)
                .post(
                        "/api/auth/register",
                        "{\"username\":\"bertha\",\"email\":\"bertha@gomall.example\",\"password\":\"gomall-demo\"}");
        logIn("alice");
        Browser bertha = browser;
        browser = Browser.at(port).keepingCookies();
        logIn("bertha");
        Browser alice = bertha;
        bertha = browser;
        browser = Browser.at(port).keepingCookies();
        logIn("nova");
        alice.get(MUG);
        double before = ready();

        String hers = bertha.get(MUG).body();
        String again = alice.get(MUG).body();

        assertThat(ready()).as("shared by those who have the same roles").isEqualTo(before + 2);
        assertThat(hers).contains("class=\"who\">bertha<").doesNotContain("alice", "1001\"", "bertha@");
        assertThat(again).contains("class=\"who\">alice<").doesNotContain("bertha", "alice@");
        assertThat(CSRF.matcher(hers.replace("bertha", "")).replaceAll(""))
                .isEqualTo(CSRF.matcher(again.replace("alice", "")).replaceAll(""));
        assertThat(find(CSRF, hers)).isNotEqualTo(find(CSRF, again));
        assertThat(browser.get(MUG).body())
                .contains("class=\"who\">nova<", "href=\"/merchant\"")
                .doesNotContain("alice", "bertha");
        assertThat(Browser.at(port).get(MUG).body()).contains("href=\"/login?").doesNotContain("class=\"who\"");
        assertThat(bertha.form("/cart/items", "skuId=1000014&quantity=1&back=" + MUG + "&_csrf=" + find(CSRF, hers))
                        .status())
                .isEqualTo(302);
    }

    @Test
    void languages_carts_and_messages_stay_apart() {
        Browser.at(port).get(MUG);
        Browser chinese = Browser.at(port).header("Accept-Language", "zh-CN");
        for (int i = 0; i < 2; i++) {
            assertThat(chinese.get(MUG).body()).contains("lang=\"zh-CN\"", "粗陶咖啡马克杯");
            assertThat(Browser.at(port).cookie("gomall-lang", "zh-CN").get(MUG).header("Content-Language"))
                    .isEqualTo("zh-CN");
            assertThat(Browser.at(port).get(MUG).body()).contains("<html lang=\"en\"", "Stoneware Coffee Mug<");
        }

        addToCart(1_000_014, 3);
        String told = browser.get(MUG).body();
        double before = ready();
        String later = browser.get(MUG).body();
        String onceMore = browser.get(MUG).body();

        assertThat(told).contains("Added to your cart", "aria-hidden=\"true\">3<");
        assertThat(later).doesNotContain("Added to your cart").contains("aria-hidden=\"true\">3<");
        assertThat(onceMore).isEqualTo(later);
        assertThat(ready()).isEqualTo(before + 1);
        assertThat(Browser.at(port).get(MUG).body()).doesNotContain("class=\"badge\"", "Added to your cart");
        assertThat(Browser.at(port)
                        .cookie("gomall-cart-count", "12345")
                        .get(MUG)
                        .body())
                .contains("class=\"badge\" aria-hidden=\"true\">99+<");
    }

    @Test
    void a_price_and_what_is_left_show_as_soon_as_they_are_known_here() {
        twice(MUG);
        twice(MUG_JSON);
        mall.catalogue.add(100_001, 3103, "Stoneware Coffee Mug", "粗陶咖啡马克杯", 7_700);
        catalogue.forgetProduct(100_001);
        assertThat(Browser.at(port).get(MUG).body()).contains("¥77.00").doesNotContain("¥49.00");
        assertThat(skus(MUG_JSON)).contains("\"priceCents\":7700");

        twice(MUG);
        mall.catalogue.stock.put(1_000_011L, 2);
        catalogue.forgetStock(100_001);
        assertThat(Browser.at(port).get(MUG + "?sku=1000011").body()).contains("Only 2 left");
        assertThat(skus(MUG_JSON)).contains("\"available\":2");
        twice(MUG + "?sku=1000011");
        mall.catalogue.stock.put(1_000_011L, 0);
        catalogue.forgetStock(100_001);
        assertThat(Browser.at(port).get(MUG + "?sku=1000011").body()).contains("Sold out");
    }

    @Test
    void what_is_gone_is_gone_and_what_is_outdated_says_so() throws InterruptedException {
        twice("/products/100002");
        twice("/api/products/100002");
        mall.catalogue.away = true;
        catalogue.forgetProduct(100_003);
        assertThat(Browser.at(port).get("/products/100003").status()).isEqualTo(503);
        Thread.sleep(3_200);
        Browser.at(port).get("/products/100002");
        assertThat(Browser.at(port).get("/products/100002").body()).contains("This is as of");
        assertThat(Browser.at(port)
                        .cookie("gomall-zone", "America/New_York")
                        .get("/products/100002")
                        .body())
                .contains("This is as of");
        mall.catalogue.away = false;
        catalogue.forgetAll();
        assertThat(Browser.at(port).get("/products/100002").body()).doesNotContain("This is as of");

        twice("/products/100002");
        mall.catalogue.withdraw(100_002);
        catalogue.forgetProduct(100_002);
        assertThat(Browser.at(port).get("/products/100002").status()).isEqualTo(404);
        assertThat(Browser.at(port).get("/api/products/100002").code()).isEqualTo(40400);
    }

    @Test
    void maintenance_and_access_rules_hold_for_the_next_request() {
        twice(MUG);
        twice(MUG_JSON);

        settings.set("gomall.web.maintenance", "true");
        assertThat(Browser.at(port).get(MUG).status()).isEqualTo(503);
        assertThat(Browser.at(port).get(MUG_JSON).code()).isEqualTo(50300);
        settings.reset();
        assertThat(Browser.at(port).get(MUG).status()).isEqualTo(200);

        documents.publish("GOMALL", "access-rules.json", "{\"version\":2,\"whitelist\":[\"GET:/login\"]}");
        assertThat(Browser.at(port).get(MUG).status()).isEqualTo(302);
        assertThat(Browser.at(port).get(MUG_JSON).code()).isEqualTo(40100);

        documents.publish(
                "GOMALL",
                "access-rules.json",
                "{\"version\":3,\"whitelist\":[\"GET:/**\"],\"blacklist\":{\"ips\":[\"127.0.0.1\"]}}");
        assertThat(Browser.at(port).get(MUG).status()).isEqualTo(403);
        assertThat(Browser.at(port).get(MUG_JSON).code()).isEqualTo(40300);
    }

    @Test
    void a_ban_holds_for_the_next_request() {
        logIn("alice");
        Browser script = Browser.at(port).loggedIn("alice");
        browser.get(MUG);
        assertThat(browser.get(MUG).body()).contains("class=\"who\">alice<");
        assertThat(script.get(MUG_JSON).status()).isEqualTo(200);

        accounts.setBanned(MemoryOrders.ALICE, true);
        sessions.rightsChanged();

        assertThat(browser.get(MUG).body()).contains("href=\"/login?").doesNotContain("class=\"who\"");
        assertThat(script.get(MUG_JSON).code()).isEqualTo(40301);
    }

    @Test
    void flow_rules_count_and_refuse_ready_answers() {
        twice(MUG);
        twice(MUG_JSON);
        FlowRuleManager.loadRules(List.of(
                new FlowRule("/products/{productId}").setCount(0),
                new FlowRule("/api/products/{productId}").setCount(0)));

        Answer page = Browser.at(port).get(MUG);
        assertThat(page.status()).isEqualTo(429);
        assertThat(page.header("Retry-After")).isEqualTo("1");
        assertThat(page.body()).contains("class=\"oops\"");
        Answer json = Browser.at(port).get(MUG_JSON);
        assertThat(json.code()).isEqualTo(42900);
        assertThat(json.header("Retry-After")).isEqualTo("1");

        FlowRuleManager.loadRules(List.of());
        ParamFlowRule hot = new ParamFlowRule("/api/products/{productId}");
        hot.setParamIdx(2).setCount(1).setDurationInSec(60);
        ParamFlowRuleManager.loadRules(List.of(hot));
        assertThat(Browser.at(port).get(MUG_JSON).status()).isEqualTo(200);
        assertThat(Browser.at(port).get(MUG_JSON).code()).isEqualTo(42900);
        assertThat(Browser.at(port).get("/api/products/100005").status()).isEqualTo(200);
    }

    @Test
    void a_page_that_has_to_be_drawn_again_counts_once() {
        twice(MUG_JSON);
        ParamFlowRule hot = new ParamFlowRule("/api/products/{productId}");
        hot.setParamIdx(2).setCount(2).setDurationInSec(60);
        ParamFlowRuleManager.loadRules(List.of(hot));
        mall.catalogue.stock.put(1_000_011L, 1);
        catalogue.forgetStock(100_001);

        assertThat(Browser.at(port).get(MUG_JSON).status()).isEqualTo(200);
        assertThat(Browser.at(port).get(MUG_JSON).status()).isEqualTo(200);
        assertThat(Browser.at(port).get(MUG_JSON).code()).isEqualTo(42900);
    }

    @Test
    void is_compressed_once_for_all_who_take_that() throws IOException, InterruptedException {
        twice(MUG);
        HttpResponse<byte[]> packed = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + MUG))
                                .header("Accept-Encoding", "gzip, deflate, br")
                                .header("Cookie", "gomall-csrf=one")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        String plain = Browser.at(port).cookie("gomall-csrf", "one").get(MUG).body();

        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(packed.headers().firstValue("Vary")).contains("accept-encoding");
        try (GZIPInputStream page = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(new String(page.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo(plain);
        }
    }

    @Test
    void a_page_with_a_time_on_it_is_everybodys_own() {
        Browser.at(port).get("/shops/2001");
        double before = ready();

        assertThat(Browser.at(port).get("/shops/2001").status()).isEqualTo(200);

        assertThat(ready()).isEqualTo(before);
    }

    @Test
    void head_says_what_get_would_say() {
        twice(MUG);
        Answer get = Browser.at(port).cookie("gomall-csrf", "one").get(MUG);
        Answer head = Browser.at(port).cookie("gomall-csrf", "one").send("HEAD", MUG, null, null);

        assertThat(head.body()).isEmpty();
        assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
        assertThat(said(head)).isEqualTo(said(get));
    }

    @Test
    void is_counted_under_the_pattern_of_its_path() {
        twice(MUG_JSON);
        AtomicLong last = new AtomicLong(-1);
        await().pollInterval(Duration.ofMillis(200)).until(() -> last.getAndSet(counted()) == last.get());
        long before = last.get();

        Browser.at(port).get(MUG_JSON);

        await().until(() -> counted() == before + 1);
    }

    /** A request is counted a moment after its answer. */
    private long counted() {
        return context.getBean(MeterRegistry.class)
                .get("http.server.requests")
                .tags("uri", "/api/products/{productId}", "method", "GET", "status", "200")
                .timer()
                .count();
    }

    private void twice(String path) {
        Browser.at(port).get(path);
        assertThat(Browser.at(port).get(path).status()).isEqualTo(200);
    }

    private String skus(String path) {
        return Browser.at(port).get(path).data().get("skus").toString();
    }

    /** What an answer says about itself, besides its length. */
    private static Map<String, List<String>> said(Answer answer) {
        Map<String, List<String>> said = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        said.putAll(answer.headers());
        List.of("Date", "Set-Cookie", "Content-Length", "Transfer-Encoding", ":status")
                .forEach(said::remove);
        return said;
    }

    private static double ready() {
        return METERS.get("gomall.cache.gets")
                .tags("cache", "answers", "result", "hit")
                .counter()
                .count();
    }
}
