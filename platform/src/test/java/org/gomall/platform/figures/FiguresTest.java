package org.gomall.platform.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.alibaba.csp.sentinel.EntryType;
import com.alibaba.csp.sentinel.ResourceTypeConstants;
import com.alibaba.csp.sentinel.SphU;
import com.alibaba.csp.sentinel.slots.block.BlockException;
import com.alibaba.csp.sentinel.slots.block.RuleConstant;
import com.alibaba.csp.sentinel.slots.block.flow.FlowRule;
import com.alibaba.csp.sentinel.slots.block.flow.FlowRuleManager;
import com.alibaba.nacos.api.naming.NamingService;
import com.alibaba.nacos.api.naming.pojo.Instance;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.apache.dubbo.config.annotation.DubboReference;
import org.gomall.platform.sample.SampleService;
import org.gomall.platform.sample.SampleTest;
import org.gomall.platform.test.Eventually;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SampleTest
class FiguresTest {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String SERVICE = "org.gomall.platform.sample.SampleService";

    @LocalServerPort
    private int managementPort;

    @Value("${dubbo.protocol.port}")
    private int dubboPort;

    @Autowired
    private NamingService nacos;

    @DubboReference(timeout = 3_000)
    private SampleService sample;

    @Test
    void calls_are_counted_and_only_faults_are_errors() {
        Eventually.within(SOON, () -> {
            for (int i = 0; i < 10; i++) {
                sample.traceId();
                assertThat(catchThrowable(() -> sample.fail("refusal"))).isNotNull();
                assertThat(catchThrowable(() -> sample.fail("database"))).isNotNull();
            }
            JsonNode requests = figures().path("requests");
            assertThat(requests.path("qps").asDouble()).isPositive();
            assertThat(requests.path("p95Millis").asDouble()).isPositive();
            assertThat(requests.path("errorRate").asDouble()).isBetween(0.1, 0.5);
        });
        String scraped = get("/actuator/prometheus");
        assertThat(scraped).containsPattern("gomall_requests_seconds\\{.*outcome=\"refused\".*quantile=\"0.95\"");
    }

    @Test
    void sentinels_resources_and_the_process_itself_are_named() {
        sample.traceId();

        JsonNode figures = figures();
        assertThat(figures.path("application").asString()).isEqualTo("platform-sample");
        assertThat(figures.path("instance").asString()).isEqualTo("127.0.0.1:" + dubboPort);
        assertThat(figures.path("version").asString()).isNotEmpty();
        assertThat(figures.path("startedAt").asString()).endsWith("Z");
        assertThat(figures.path("rules").valueStream().map(one -> one.path("kind")
                        .asString()))
                .containsExactly("flow", "degrade", "param", "system");
        assertThat(figures.path("resources").valueStream().map(one -> one.path("resource")
                        .asString()))
                .contains(SERVICE);
    }

    @Test
    void the_time_of_a_slow_call_is_still_there_when_its_second_is_over() throws Exception {
        sample.sleep(300);
        Thread.sleep(2_500);

        JsonNode slow = resource(SERVICE + ":sleep(long)");
        assertThat(slow.path("avgRtMillis").asDouble()).isBetween(290.0, 1_500.0);
        assertThat(slow.path("passQps").asDouble()).isPositive();
    }

    @Test
    void what_was_refused_is_still_counted_when_its_second_is_over() throws Exception {
        List<FlowRule> before = FlowRuleManager.getRules();
        FlowRule nothing = new FlowRule("figures-limited");
        nothing.setGrade(RuleConstant.FLOW_GRADE_QPS);
        nothing.setCount(0);
        FlowRuleManager.loadRules(List.of(nothing));
        try {
            for (int i = 0; i < 3; i++) {
                assertThat(catchThrowable(() -> SphU.entry("figures-limited"))).isInstanceOf(BlockException.class);
            }
        } finally {
            FlowRuleManager.loadRules(before);
        }
        Thread.sleep(1_100);

        JsonNode refused = resource("figures-limited").path("refused");
        assertThat(refused).hasSize(1);
        assertThat(refused.path(0).path("rule").asString()).isEqualTo("flow");
        assertThat(refused.path(0).path("count").asLong()).isEqualTo(3);
        assertThat(refused.path(0).path("secondsAgo").asLong()).isBetween(1L, 30L);
    }

    @Test
    void what_the_process_is_asked_for_is_told_from_what_it_asks_others() throws Exception {
        SphU.entry("figures-in", EntryType.IN).exit();
        SphU.entry("figures-page", ResourceTypeConstants.COMMON_WEB, EntryType.OUT)
                .exit();
        SphU.entry("figures-out", EntryType.OUT).exit();

        assertThat(resource("figures-in").path("incoming").asBoolean()).isTrue();
        assertThat(resource("figures-page").path("incoming").asBoolean()).isTrue();
        assertThat(resource("figures-out").path("incoming").asBoolean(true)).isFalse();
        assertThat(resource("figures-out").path("refused")).isEmpty();
    }

    @Test
    void nacos_knows_where_to_ask_for_the_figures() throws Exception {
        List<Instance> instances = nacos.getAllInstances("platform-sample");

        assertThat(instances).hasSize(1);
        assertThat(instances.get(0).getMetadata())
                .containsEntry("gomall.management-port", Integer.toString(managementPort))
                .containsKey("gomall.version");
        assertThat(instances.get(0).getPort()).isEqualTo(dubboPort);
    }

    private JsonNode resource(String name) {
        return figures()
                .path("resources")
                .valueStream()
                .filter(one -> one.path("resource").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode figures() {
        return JsonMapper.shared().readTree(get("/actuator/figures"));
    }

    private String get(String path) {
        try {
            URI uri = URI.create("http://127.0.0.1:" + managementPort + path);
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
