package org.gomall.web.ops.services;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.List;
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
        process = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        process.createContext("/actuator/figures", exchange -> {
            byte[] body = figures.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            try (exchange) {
                exchange.getResponseBody().write(body);
            }
        });
        process.start();
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
        ResourceFigures reserve = processes.resource("provider-stock", "reserve");

        assertThat(reserve).isEqualTo(new ResourceFigures("reserve", 8, 2, 0, 30, 4));
        assertThat(processes.resource("provider-stock", "unheard-of").passQps()).isZero();
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

        long begin = System.nanoTime();
        JsonNode stock = service("provider-stock");
        assertThat(System.nanoTime() - begin).isLessThan(5_000_000_000L);

        assertThat(stock.path("findings").get(0).path("kind").asString()).isEqualTo("SILENT");
        assertThat(stock.path("findings").get(0).path("instance").asString()).isEqualTo("127.0.0.1:20983");
        assertThat(stock.path("instances").get(1).path("version").asString()).isEqualTo("1.2.3");
    }

    @Test
    void a_slow_and_failing_provider_is_found_at_first_sight() {
        figures = figures(20, 800, 0.25);

        String page = page("/ops");
        assertThat(page).contains("take more than 800 ms").contains("25 % of its requests");
        assertThat(page).contains("127.0.0.1:20883").contains("hx-trigger=\"every 2s\"");
    }

    @Test
    void bad_rules_and_refused_calls_are_said() {
        assertThat(page("/ops")).contains("refuses calls by a rule: 1 a second");
        figures = figures(1, 1, 0).replace("null", "\"rule 2: count is negative\"");
        pause();

        assertThat(page("/ops")).contains("flow: rule 2: count is negative");
    }

    @Test
    void the_page_of_an_application_lists_its_resources_slowest_first_each_to_be_limited() {
        String page = page("/ops/services/provider-stock");

        assertThat(page.indexOf(">reserve<")).isPositive().isLessThan(page.indexOf(">read<"));
        assertThat(page).contains("/ops/rules/flow/new?application=provider-stock&amp;resource=reserve");
        assertThat(page("/ops/rules/flow/new?application=provider-stock&resource=reserve"))
                .contains("value=\"reserve\"");
        assertThat(ops().get("/ops/services/no-such-thing").status()).isEqualTo(404);
    }

    @Test
    void the_charts_show_how_it_was() {
        live.sample();
        figures = figures(50, 40, 0);
        pause();
        live.sample();

        assertThat(live.history("provider-stock"))
                .extracting(LiveServices.Sample::qps)
                .contains(25.0, 100.0);
        assertThat(page("/ops"))
                .containsPattern("<polyline points=\"0.0,[0-9. ,]+\"")
                .contains("up to 100.0 a second");
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
                 "resources":[{"resource":"read","passQps":9,"blockQps":0,"exceptionQps":0,"avgRtMillis":2,"threads":1},
                  {"resource":"reserve","passQps":4,"blockQps":1,"exceptionQps":0,"avgRtMillis":30,"threads":2}],
                 "rules":[{"kind":"flow","version":3,"problem":null}]}
                """.formatted(qps, p95, errors);
    }
}
