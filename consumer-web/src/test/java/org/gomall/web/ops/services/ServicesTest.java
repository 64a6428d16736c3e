package org.gomall.web.ops.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.when;

import com.alibaba.nacos.api.naming.NamingService;
import com.alibaba.nacos.api.naming.pojo.Instance;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.gomall.slice.Browser;
import org.gomall.slice.SliceTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What ops sees of the services: Nacos and the processes are played. */
@SliceTest
class ServicesTest {

    @LocalServerPort
    private int port;

    @Autowired
    private NamingService nacos;

    @Autowired
    private Processes processes;

    @Autowired
    private LiveServices live;

    private HttpServer process;
    private ServerSocket frozen;
    private String figures;

    @BeforeEach
    void start() throws Exception {
        reset(nacos);
        when(nacos.getAllInstances(anyString())).thenReturn(List.of());
        figures = figures(12.5, 40, 0);
        process = played(() -> figures);
        // Takes connections and says nothing, like a process under SIGSTOP.
        frozen = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        when(nacos.getAllInstances("provider-stock"))
                .thenReturn(List.of(
                        instance(20883, process.getAddress().getPort(), 1),
                        instance(20983, process.getAddress().getPort(), 0.5)));
        Thread.sleep(1_100);
    }

    @AfterEach
    void stop() throws IOException {
        process.stop(0);
        frozen.close();
        reset(nacos);
    }

    @Test
    void the_api_joins_what_nacos_knows_with_what_each_instance_tells() {
        JsonNode stock = service("provider-stock");

        assertThat(stock.path("qps").asDouble()).isEqualTo(25);
        assertThat(stock.path("findings")).hasSize(2);
        JsonNode second = stock.path("instances").get(1);
        assertThat(second.path("instance").asString()).isEqualTo("127.0.0.1:20983");
        assertThat(second.path("healthy").asBoolean()).isTrue();
        assertThat(second.path("weight").asDouble()).isEqualTo(0.5);
        assertThat(second.path("version").asString()).isEqualTo("1.2.3");
        assertThat(second.path("tag").asString()).isEqualTo("gray");
        assertThat(second.path("qps").asDouble()).isEqualTo(12.5);
        assertThat(second.path("p95Millis").asDouble()).isEqualTo(40);
        assertThat(second.path("errorRate").asDouble()).isZero();
    }

    @Test
    void a_resource_is_summed_over_the_instances() {
        ResourceFigures reserve = ResourceFigures.sum("reserve", processes.resource("provider-stock", "reserve"));

        assertThat(reserve)
                .isEqualTo(new ResourceFigures(
                        "reserve", true, 8, 2, 0, 30, 4, List.of(new ResourceFigures.Refused("flow", 84, 7))));
        assertThat(processes.resource("provider-stock", "unheard-of")).isEmpty();
    }

    @Test
    void an_application_without_instances_is_missed() {
        assertThat(service("provider-user").path("findings").get(0).path("kind").asString())
                .isEqualTo("GONE");
        assertThat(page("/ops")).contains("No instance is running");
    }

    @Test
    void a_frozen_instance_does_not_hold_the_page_up_and_is_named() throws Exception {
        when(nacos.getAllInstances("provider-stock"))
                .thenReturn(List.of(
                        instance(20883, process.getAddress().getPort(), 1), instance(20983, frozen.getLocalPort(), 1)));

        // The first look may be one that was under way before.
        JsonNode stock = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> {
                            long begin = System.nanoTime();
                            JsonNode looked = service("provider-stock");
                            assertThat(System.nanoTime() - begin).isLessThan(5_000_000_000L);
                            return looked;
                        },
                        looked -> looked.path("findings")
                                .path(0)
                                .path("kind")
                                .asString()
                                .equals("SILENT"));

        assertThat(stock.path("findings").get(0).path("instance").asString()).isEqualTo("127.0.0.1:20983");
        assertThat(stock.path("instances").get(1).path("version").asString()).isEqualTo("1.2.3");
    }

    @Test
    void a_slow_and_failing_provider_is_found_at_first_sight() {
        figures = figures(20, 800, 0.25);
        pause();

        String page = page("/ops");
        assertThat(page).contains("take more than about 800 ms. Most time goes to reserve");
        assertThat(page).contains("25 % of its requests").contains("127.0.0.1:20883", "hx-trigger=\"every 2s\"");
        assertThat(page).contains("<span>Slow</span>", "<span>Down</span>").doesNotContain("<span>Well</span>");
        assertThat(page("/ops/services/provider-stock"))
                .contains("<span>Slow</span>")
                .doesNotContain("<span>Well</span>");
    }

    @Test
    void who_is_slow_only_because_another_one_is_comes_after_that_one_and_leads_to_it() throws Exception {
        figures = figures(20, 800, 0);
        HttpServer caller = played(() -> figures(9, 970, 0)
                .replace("\"resource\":\"read\",\"incoming\":true", "\"resource\":\"place\",\"incoming\":true")
                .replace("\"resource\":\"reserve\",\"incoming\":true", "\"resource\":\"reserve\",\"incoming\":false"));
        when(nacos.getAllInstances("provider-order"))
                .thenReturn(List.of(instance(20884, caller.getAddress().getPort(), 1)));
        try {
            pause();
            JsonNode finding = service("provider-order").path("findings").get(0);
            assertThat(finding.path("kind").asString()).isEqualTo("SLOW");
            assertThat(finding.path("figure").asLong()).isEqualTo(970);
            assertThat(finding.path("waitsFor").asString()).isEqualTo("provider-stock");

            String page = page("/ops");
            assertThat(page).contains("Slow because it waits for provider-stock", "Look at provider-stock");
            assertThat(page.indexOf("finding-SLOW-provider-stock"))
                    .isPositive()
                    .isLessThan(page.indexOf("finding-SLOW-provider-order"));
        } finally {
            caller.stop(0);
        }
    }

    @Test
    void the_table_tells_how_many_answer_what_they_run_and_when_it_was_looked_at() {
        String page = page("/ops");

        assertThat(page).contains("1.2.3", "25.0", "40 ms", ">84<");
        assertThat(page).containsPattern("As of</span> <time[^>]*>[^<]*\\d:\\d\\d:\\d\\d[^<]*GMT");
        assertThat(page).contains("gomall.consoles.nacos");
    }

    @Test
    void bad_rules_and_refused_calls_are_said() {
        assertThat(page("/ops"))
                .contains("A rule refuses 1 call a second of reserve", "href=\"/ops/rules/flow\"", "Refusing calls");
        figures = figures(1, 1, 0).replace("null", "\"rule 2: count is negative\"");
        pause();

        assertThat(page("/ops")).contains("flow: rule 2: count is negative");
    }

    @Test
    void the_page_of_an_application_lists_its_resources_slowest_first_each_to_be_limited() {
        String page = page("/ops/services/provider-stock");

        assertThat(page.indexOf(">reserve<")).isPositive().isLessThan(page.indexOf(">read<"));
        assertThat(page).contains("/ops/rules/flow/new?application=provider-stock&amp;resource=reserve");
        assertThat(page).contains("<strong>84</strong>", "last 7 s ago");
        assertThat(page("/ops/rules/flow/new?application=provider-stock&resource=reserve"))
                .contains("value=\"reserve\"");
        assertThat(ops().get("/ops/services/no-such-thing").status()).isEqualTo(404);
    }

    @Test
    void incoming_and_outgoing_calls_are_apart_and_those_without_calls_are_folded_until_asked_for() {
        String page = page("/ops/services/provider-stock");
        int outgoing = page.indexOf("id=\"outgoing\"");
        assertThat(page.substring(0, outgoing))
                .contains("id=\"incoming\"", ">read<")
                .doesNotContain(">ask<");
        assertThat(page.substring(outgoing))
                .contains(">PaymentService:ask(Charge)<")
                .doesNotContain(">read<");
        assertThat(page).doesNotContain(">nobody<").contains("Show 1 resource without calls");

        String all = page("/ops/services/provider-stock?all=true");
        assertThat(all)
                .contains(">nobody<", "Hide those without calls", "hx-get=\"/ops/services/provider-stock?all=true\"");
    }

    @Test
    void the_charts_show_how_it_was() {
        sampled(25.0);
        figures = figures(50, 40, 0);
        sampled(100.0);

        assertThat(page("/ops")).containsPattern("<polyline points=\"0.0,[0-9. ,]+\"");
        assertThat(page("/ops/services/provider-stock")).contains("up to 100.0 a second");
    }

    @Test
    void consoles_are_shown_only_where_they_run() {
        assertThat(page("/ops")).doesNotContain("Grafana");
    }

    @Test
    void nobody_else_sees_any_of_it() {
        Browser alice = Browser.at(port).loggedIn("alice");
        assertThat(alice.get("/api/ops/services").code()).isEqualTo(40300);
        assertThat(alice.get("/ops").status()).isEqualTo(403);
        assertThat(Browser.at(port).get("/api/ops/services").code()).isEqualTo(40100);
    }

    /** Another look may have been going on before the figures were changed. */
    private void sampled(double qps) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            pause();
            live.sample();
            assertThat(live.history("provider-stock"))
                    .extracting(LiveServices.Sample::qps)
                    .contains(qps);
        });
    }

    private static HttpServer played(Supplier<String> figures) throws IOException {
        HttpServer process = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        process.createContext("/actuator/figures", exchange -> {
            byte[] body = figures.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            try (exchange) {
                exchange.getResponseBody().write(body);
            }
        });
        process.start();
        return process;
    }

    private JsonNode service(String application) {
        return ops().get("/api/ops/services")
                .data()
                .valueStream()
                .filter(one -> one.path("application").asString().equals(application))
                .findFirst()
                .orElseThrow();
    }

    private Browser ops() {
        return Browser.at(port).loggedIn("ops");
    }

    private String page(String path) {
        Browser.Answer answer = ops().get(path);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    /** Figures are a second old at the most. */
    private static void pause() {
        try {
            Thread.sleep(1_100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Instance instance(int dubboPort, int managementPort, double weight) {
        Instance instance = new Instance();
        // As Dubbo writes 127.0.0.1.
        instance.setIp("2130706433");
        instance.setPort(dubboPort);
        instance.setWeight(weight);
        instance.addMetadata("gomall.management-port", Integer.toString(managementPort));
        instance.addMetadata("gomall.version", "1.2.3");
        instance.addMetadata("dubbo.tag", "gray");
        return instance;
    }

    private static String figures(double qps, double p95, double errors) {
        return """
                {"application":"provider-stock","instance":"127.0.0.1:20883","version":"1.2.3",
                 "startedAt":"2026-01-01T00:00:00Z","requests":{"qps":%s,"p95Millis":%s,"errorRate":%s},
                 "resources":[
                  {"resource":"read","incoming":true,"passQps":9,"blockQps":0,"exceptionQps":0,"avgRtMillis":2,"threads":1},
                  {"resource":"nobody","incoming":true,"passQps":0,"blockQps":0,"exceptionQps":0,"avgRtMillis":0,"threads":0},
                  {"resource":"org.gomall.api.payment.PaymentService:ask(org.gomall.api.payment.Charge)","incoming":false,
                   "passQps":1,"blockQps":0,"exceptionQps":0,"avgRtMillis":3,"threads":0},
                  {"resource":"reserve","incoming":true,"passQps":4,"blockQps":1,"exceptionQps":0,"avgRtMillis":30,
                   "threads":2,"refused":[{"rule":"flow","count":42,"secondsAgo":7}]}],
                 "rules":[{"kind":"flow","version":3,"problem":null}]}
                """.formatted(qps, p95, errors);
    }
}
