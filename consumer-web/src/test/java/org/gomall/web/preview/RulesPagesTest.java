package org.gomall.web.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.when;

import com.alibaba.nacos.api.naming.NamingService;
import com.alibaba.nacos.api.naming.pojo.Instance;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.core.ThrowingRunnable;
import org.gomall.api.user.AuditLogService;
import org.gomall.platform.instance.InstanceMetadata;
import org.gomall.platform.sentinel.RuleDocument;
import org.gomall.platform.sentinel.RuleKind;
import org.gomall.slice.Browser;
import org.gomall.slice.Browser.Answer;
import org.gomall.slice.Documents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The editor of the rules, as somebody on call uses it. */
class RulesPagesTest extends PagesTest {

    private static final String FLOW = "/ops/rules/flow";
    private static final String STOCK = "provider-stock-flow-rules.json";
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([^\"]+)\"");
    private static final Pattern RULE = Pattern.compile("href=\"(/ops/rules/flow/[0-9a-f]{16})\"[^>]*provider-stock");

    private static final Pattern RULE_OF_ALREADY =
            Pattern.compile("href=\"(/ops/rules/flow/[0-9a-f]{16})\"[^>]*provider-stock x.Already");

    @Autowired
    private AuditLogService audit;

    @Autowired
    private Documents documents;

    @Autowired
    private NamingService nacos;

    private RuleDocument before;

    @BeforeEach
    void enter_as_ops() {
        reset(audit);
        before = stored();
        logIn("ops");
    }

    @AfterEach
    void put_them_back() {
        // With a version that follows, or it would be taken for an echo of the past.
        long version = stored().version() + 1;
        documents.publish("SENTINEL", STOCK, new RuleDocument(version, before.rules()).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"flow", "degrade", "param", "system"})
    void every_kind_has_a_list_with_what_each_rule_does_and_a_form_for_a_new_one(String kind) {
        Answer list = browser.get("/ops/rules/" + kind);

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.body()).contains("consumer-web", "href=\"/ops/rules/" + kind + "/new\"");
        assertThat(list.body()).contains("href=\"/ops/rules/degrade\"", "href=\"/ops/rules/system\"");
        assertThat(list.body()).doesNotContain("??");
        Answer form = browser.get("/ops/rules/" + kind + "/new?application=provider-stock&resource=a.b.C");
        assertThat(form.body()).contains("value=\"provider-stock\" selected").doesNotContain("??");
        assertThat(form.body().contains("value=\"a.b.C\"")).isEqualTo(!kind.equals("system"));
    }

    @Test
    void a_rule_is_added_changed_and_deleted() {
        assertThat(browser.get("/ops/rules").header("Location")).endsWith(FLOW);
        assertThat(save(browser.get(FLOW + "/new").body(), "", "org.gomall.api.stock.StockQueryService", "50")
                        .header("Location"))
                .endsWith(FLOW);
        String list = browser.get(FLOW).body();
        assertThat(list).contains("At most 50 requests a second; the rest are asked to try again in a second.");

        String rule = find(RULE, list);
        String form = browser.get(rule).body();
        assertThat(form).contains("value=\"50\"");
        save(form, rule.substring(rule.lastIndexOf('/') + 1), "org.gomall.api.stock.StockQueryService", "0");
        list = browser.get(FLOW).body();
        assertThat(list).contains("Nothing gets through").doesNotContain("At most 50 requests a second");

        rule = find(RULE, list);
        String question = browser.get(rule + "/delete").body();
        assertThat(question).contains("org.gomall.api.stock.StockQueryService", "Nothing gets through");
        browser.form(rule + "/delete", "version=" + find(VERSION, question) + "&_csrf=" + find(CSRF, question));
        assertThat(browser.get(FLOW).body()).doesNotContain("Nothing gets through");
    }

    @Test
    void what_was_typed_wrong_is_told_beside_its_field_and_kept() {
        Answer answer = save(browser.get(FLOW + "/new").body(), "", "x.Y", "many");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body())
                .contains("id=\"count-wrong\"", "must be a number", "value=\"many\"", "value=\"x.Y\"")
                .doesNotContain("id=\"grade-wrong\"");
    }

    @Test
    void who_was_slower_sees_the_newer_rules_and_keeps_what_was_typed() {
        String form = browser.get(FLOW + "/new").body();
        save(browser.get(FLOW + "/new").body(), "", "the.Faster", "70");

        Answer slower = save(form, "", "the.Slower", "80");

        assertThat(slower.status()).isEqualTo(409);
        assertThat(slower.body()).contains("At most 70 requests a second", "value=\"80\"", "value=\"the.Slower\"");
        save(slower.body(), "", "the.Slower", "80");
        assertThat(browser.get(FLOW).body()).contains("At most 70 requests a second", "At most 80 requests a second");
    }

    @Test
    void a_chinese_operator_reads_chinese() {
        browser.get("/language/zh-CN");

        assertThat(browser.get(FLOW).body())
                .contains("<h1>限流</h1>", "最多同时 24 个请求")
                .doesNotContain("??");
    }

    @Test
    void the_figures_of_a_resource_are_beside_its_rule_and_who_has_refused_the_rules_is_named() throws Exception {
        whileItRuns(() -> assertThat(browser.get(FLOW).body())
                .contains("hx-trigger=\"every 2s\"", "7.5 a second</span>", "3 a second refused</strong>")
                .contains("<strong>1,204</strong>", "last 4 s ago")
                .contains("127.0.0.1:18999", "rules[0].count is no number"));
    }

    @Test
    void the_form_shows_what_arrives_at_the_chosen_resource_and_suggests_only_those_of_its_application()
            throws Exception {
        whileItRuns(() -> {
            String chosen = browser.get(FLOW + "/new?application=consumer-web&resource=POST:/api/orders")
                    .body();
            assertThat(chosen.substring(chosen.indexOf("id=\"now\""), chosen.indexOf("</aside>")))
                    .contains("hx-get=\"/ops/rules/flow/new\"", "hx-trigger=\"every 2s\"", "id=\"now-figures\"")
                    .contains("<dd>7.5</dd>", "<strong>1,206</strong>", "One process knows it; the busiest gets 10.5");
            assertThat(chosen)
                    .as("another resource: the figures of the last one make room at once")
                    .containsPattern("id=\"resource\"[^>]*hx-target=\"#now\"[^>]*hx-indicator=\"#now-figures\"")
                    .containsPattern("id=\"application\"[^>]*hx-indicator=\"#now-figures\"")
                    .contains("<div id=\"now-figures\" class=\"stack loads\">");
            assertThat(chosen).contains("<option value=\"POST:/api/orders\">");
        });
        String other = browser.get(FLOW + "/new?application=provider-stock&resource=POST:/api/orders")
                .body();
        assertThat(other)
                .contains("Not called since the application was started, or misspelt")
                .doesNotContain("<option value=\"POST:/api/orders\">");
    }

    @Test
    void without_scripts_a_button_shows_the_figures_and_changes_no_rule() {
        String form = browser.get(FLOW + "/new").body();

        Answer looked = browser.form(
                FLOW,
                "look=1&version=" + find(VERSION, form)
                        + "&key=&application=provider-stock&resource=a.b.C&grade=1&count=77&_csrf=" + find(CSRF, form));

        assertThat(looked.status()).isEqualTo(200);
        assertThat(looked.body())
                .contains("value=\"a.b.C\"", "value=\"77\"", "value=\"provider-stock\" selected")
                .contains("misspelt");
        assertThat(browser.get(FLOW).body()).doesNotContain("At most 77");
    }

    @Test
    void a_rule_that_is_there_already_is_told_before_a_second_one_is_made() {
        save(browser.get(FLOW + "/new").body(), "", "x.Already", "60");
        String rule = find(RULE_OF_ALREADY, browser.get(FLOW).body());

        String again = browser.get(FLOW + "/new?application=provider-stock&resource=x.Already")
                .body();

        assertThat(again).contains("There is already a rule for it", "At most 60 requests a second", "href=\"" + rule);
        assertThat(browser.get(rule).body()).doesNotContain("There is already a rule for it");
        assertThat(browser.get(FLOW + "/new?application=provider-stock&resource=x.Already&key="
                                + rule.substring(rule.lastIndexOf('/') + 1))
                        .body())
                .doesNotContain("There is already a rule for it");
    }

    @Test
    void a_field_has_the_name_of_sentinel_beside_its_own() {
        assertThat(browser.get(FLOW + "/new").body())
                .containsPattern("<label for=\"count\"><span>Let through at most</span> *<code[^>]*>count</code>");
    }

    /** Plays a process of consumer-web that has had refusals. */
    private void whileItRuns(ThrowingRunnable looks) throws Exception {
        HttpServer process = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        byte[] figures = """
                {"version":"1","startedAt":"2026-01-01T00:00:00Z","requests":{"qps":1,"p95Millis":2,"errorRate":0},
                 "resources":[{"resource":"POST:/api/orders","incoming":true,"passQps":7.5,"blockQps":3,"exceptionQps":0,
                               "avgRtMillis":12,"threads":2,"refused":[{"rule":"flow","count":1204,"secondsAgo":4},
                                                                       {"rule":"param","count":2,"secondsAgo":99}]}],
                 "rules":[{"kind":"flow","version":4,"problem":"rules[0].count is no number"}]}
                """.getBytes(StandardCharsets.UTF_8);
        process.createContext("/actuator/figures", exchange -> {
            exchange.sendResponseHeaders(200, figures.length);
            try (exchange) {
                exchange.getResponseBody().write(figures);
            }
        });
        process.start();
        Instance instance = new Instance();
        instance.setIp("127.0.0.1");
        instance.setPort(18999);
        instance.setMetadata(Map.of(
                InstanceMetadata.MANAGEMENT_PORT, "" + process.getAddress().getPort()));
        when(nacos.getAllInstances("consumer-web")).thenReturn(List.of(instance));
        try {
            await().atMost(Duration.ofSeconds(20)).untilAsserted(looks);
        } finally {
            reset(nacos);
            process.stop(0);
        }
    }

    @Test
    void shoppers_and_unknown_addresses_get_nothing() {
        assertThat(browser.get("/ops/rules/else").status()).isEqualTo(404);
        assertThat(browser.get(FLOW + "/0123456789abcdef").status()).isEqualTo(404);
        browser = Browser.at(port).keepingCookies();
        logIn("alice");
        assertThat(browser.get(FLOW).status()).isEqualTo(403);
    }

    private RuleDocument stored() {
        return RuleDocument.read(
                RuleKind.FLOW, documents.read("SENTINEL", STOCK).orElseThrow());
    }

    private Answer save(String form, String key, String resource, String count) {
        return browser.form(
                FLOW,
                "version=" + find(VERSION, form) + "&key=" + key + "&application=provider-stock&resource="
                        + URLEncoder.encode(resource, StandardCharsets.UTF_8) + "&grade=1&controlBehavior=0&count="
                        + count + "&warmUpPeriodSec=&maxQueueingTimeMs=&_csrf=" + find(CSRF, form));
    }
}
