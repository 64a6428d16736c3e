package org.gomall.platform.sentinel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.alibaba.csp.sentinel.Constants;
import com.alibaba.csp.sentinel.slots.block.degrade.DegradeRuleManager;
import com.alibaba.csp.sentinel.slots.block.flow.FlowRule;
import com.alibaba.csp.sentinel.slots.block.flow.FlowRuleManager;
import com.alibaba.csp.sentinel.slots.block.flow.param.ParamFlowRuleManager;
import com.alibaba.csp.sentinel.slots.system.SystemRuleManager;
import com.alibaba.csp.sentinel.transport.config.TransportConfig;
import com.alibaba.nacos.api.config.ConfigService;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.apache.dubbo.config.annotation.DubboReference;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.platform.config.LiveDocument;
import org.gomall.platform.sample.SampleService;
import org.gomall.platform.sample.SampleTest;
import org.gomall.platform.test.Eventually;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SampleTest
class RulesFromNacosTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String SERVICE = "org.gomall.platform.sample.SampleService";
    private static final String NONE = "{\"version\": 9, \"rules\": []}";

    @Autowired
    private LiveDocument documents;

    @Autowired
    private RuleState state;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private ConfigService nacos;

    @DubboReference
    private SampleService sample;

    @AfterEach
    void withoutRules() {
        publish("flow", NONE);
        publish("degrade", NONE);
        Eventually.within(SOON, () -> assertThat(FlowRuleManager.getRules()).isEmpty());
        Eventually.within(SOON, () -> assertThat(DegradeRuleManager.getRules()).isEmpty());
    }

    @Test
    void a_flow_rule_limits_calls_as_soon_as_it_is_published() {
        assertThat(sample.traceId()).isNotEmpty();

        publish("flow", flowRules(SERVICE + ":traceId()", 0));

        Eventually.within(SOON, () -> assertThat(codeOf(() -> sample.traceId())).isEqualTo(ErrorCode.RATE_LIMITED));
        assertThat(sample.page("other methods").items()).hasSize(1);
    }

    @Test
    void a_rule_for_one_caller_holds_for_its_calls_only() {
        String everybody = flowRules(SERVICE + ":traceId()", 0);
        assertThat(sample.traceId()).isNotEmpty();

        publish("flow", everybody.replace("default", "somebody-else"));
        Eventually.within(SOON, () -> assertThat(FlowRuleManager.getRules()).hasSize(1));
        assertThat(sample.traceId()).isNotEmpty();

        publish("flow", everybody.replace("default", "platform-sample"));
        Eventually.within(SOON, () -> assertThat(codeOf(() -> sample.traceId())).isEqualTo(ErrorCode.RATE_LIMITED));
    }

    @Test
    void a_bad_document_keeps_the_last_good_rules() {
        publish("flow", flowRules("some-resource", 5));
        Eventually.within(SOON, () -> assertThat(FlowRuleManager.getRules()).hasSize(1));

        publish("flow", "{\"version\": 2, \"rules\": [");
        publish("flow", "{\"version\": 3, \"rules\": [{\"resource\": \"x\", \"count\": \"many\"}]}");
        publish("flow", "{\"version\": 4, \"rules\": [{\"resource\": \"\", \"count\": 1}]}");
        publish("degrade", degradeRules());
        Eventually.within(SOON, () -> assertThat(DegradeRuleManager.getRules()).hasSize(1));

        assertThat(FlowRuleManager.getRules()).extracting(FlowRule::getResource).containsExactly("some-resource");
    }

    @Test
    void a_process_tells_that_it_has_refused_the_newest_document_until_there_is_a_good_one() {
        publish("flow", flowRules("some-resource", 5));
        Eventually.within(SOON, () -> assertThat(FlowRuleManager.getRules()).hasSize(1));

        publish("flow", "{\"version\": 7, \"rules\": [{\"resource\": \"x\", \"count\": -1}]}");

        Eventually.within(SOON, () -> assertThat(state.of(RuleKind.FLOW).problem())
                .isEqualTo("rules[0].count must be a number between 0 and 1000000000"));
        assertThat(state.of(RuleKind.FLOW).version()).isEqualTo(1);
        assertThat(bad("flow")).isEqualTo(1);
        assertThat(bad("degrade")).isZero();

        publish("flow", flowRules("some-resource", 5));
        Eventually.within(
                SOON, () -> assertThat(state.of(RuleKind.FLOW).problem()).isNull());
        assertThat(bad("flow")).isZero();
        assertThat(FlowRuleManager.getRules()).hasSize(1);
    }

    @Test
    void a_deleted_document_clears_nothing() throws Exception {
        publish("flow", flowRules("some-resource", 5));
        Eventually.within(SOON, () -> assertThat(FlowRuleManager.getRules()).hasSize(1));

        nacos.removeConfig("platform-sample-flow-rules.json", "SENTINEL");
        Eventually.within(SOON, () -> assertThat(documents.read("SENTINEL", "platform-sample-flow-rules.json"))
                .isEmpty());
        publish("degrade", degradeRules());
        Eventually.within(SOON, () -> assertThat(DegradeRuleManager.getRules()).hasSize(1));

        assertThat(FlowRuleManager.getRules()).hasSize(1);
    }

    @Test
    void hot_parameter_and_system_rules_are_live_as_well() {
        publish("param", "{\"version\":1,\"rules\":[{\"resource\":\"hot\",\"paramIdx\":0,\"count\":3,\"grade\":1}]}");
        publish("system", "{\"version\":1,\"rules\":[{\"qps\":100000}]}");

        Eventually.within(
                SOON, () -> assertThat(ParamFlowRuleManager.getRules()).hasSize(1));
        Eventually.within(SOON, () -> assertThat(SystemRuleManager.getRules()).hasSize(1));
        publish("param", NONE);
        publish("system", NONE);
        Eventually.within(SOON, () -> assertThat(SystemRuleManager.getRules()).isEmpty());
        Eventually.within(
                SOON, () -> assertThat(ParamFlowRuleManager.getRules()).isEmpty());
    }

    @Test
    void faults_open_a_breaker_and_refusals_do_not() {
        publish("degrade", degradeRules());
        Eventually.within(SOON, () -> assertThat(DegradeRuleManager.getRules()).hasSize(1));

        for (int i = 0; i < 20; i++) {
            assertThat(codeOf(() -> sample.fail("refusal"))).isEqualTo(ErrorCode.OUT_OF_STOCK);
        }
        for (int i = 0; i < 8; i++) {
            codeOf(() -> sample.fail("database"));
        }
        Eventually.within(
                SOON, () -> assertThat(codeOf(() -> sample.fail("refusal"))).isEqualTo(ErrorCode.UNAVAILABLE));
    }

    @Test
    void the_command_port_answers_on_loopback_only() throws Exception {
        int port = TransportConfig.getRuntimePort();
        HttpClient client = HttpClient.newHttpClient();
        URI uri = URI.create("http://127.0.0.1:" + port + "/version");

        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("1.8.9");

        for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
            for (InetAddress address : List.copyOf(network.inetAddresses().toList())) {
                if (!address.isLoopbackAddress() && address.getAddress().length == 4) {
                    assertThatThrownBy(() -> new Socket(address, port).close()).isInstanceOf(java.io.IOException.class);
                }
            }
        }
    }

    @Test
    void the_dashboard_gets_what_it_asks_for() throws Exception {
        publish("flow", flowRules(SERVICE + ":traceId()", 500));
        Eventually.within(SOON, () -> assertThat(FlowRuleManager.getRules()).hasSize(1));
        sample.traceId();

        assertThat(command("getRules?type=flow").body()).contains(SERVICE + ":traceId()", "\"count\":500");
        for (String kind : List.of("degrade", "system", "authority")) {
            assertThat(command("getRules?type=" + kind).body()).isEqualTo("[]");
        }
        assertThat(command("getParamFlowRules").body()).isEqualTo("[]");
        assertThat(command("jsonTree").body()).contains(SERVICE);
        assertThat(command("clusterNode?type=zero").body()).contains(SERVICE);
        assertThat(command("basicInfo").statusCode()).isEqualTo(200);
        assertThat(command("systemStatus").statusCode()).isEqualTo(200);
        long now = System.currentTimeMillis();
        assertThat(command("metric?startTime=" + (now - 60_000) + "&endTime=" + now + "&refetch=false")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> unknown = command("cluster/server/fetchEverything");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("Unknown command");
    }

    @Test
    void the_dashboard_cannot_change_what_nacos_holds() throws Exception {
        publish("flow", flowRules("some-resource", 5));
        Eventually.within(SOON, () -> assertThat(FlowRuleManager.getRules()).hasSize(1));

        for (String change :
                List.of("setRules?type=flow&data=%5B%5D", "setParamFlowRules?data=%5B%5D", "setSwitch?value=false")) {
            HttpResponse<String> refused = command(change);
            assertThat(refused.statusCode()).as(change).isEqualTo(400);
            assertThat(refused.body()).contains("/ops/rules");
        }
        assertThat(FlowRuleManager.getRules()).hasSize(1);
        assertThat(Constants.ON).isTrue();
    }

    private static HttpResponse<String> command(String command) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        "http://127.0.0.1:" + TransportConfig.getRuntimePort() + "/" + command))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private void publish(String kind, String content) {
        documents.publish("SENTINEL", "platform-sample-" + kind + "-rules.json", content);
    }

    private double bad(String kind) {
        return meters.get("gomall.sentinel.rules.bad").tag("kind", kind).gauge().value();
    }

    private static String flowRules(String resource, int count) {
        return "{\"version\": 1, \"rules\": [{\"resource\": \"" + resource + "\", \"grade\": 1, \"count\": " + count
                + ", \"limitApp\": \"default\", \"strategy\": 0, \"controlBehavior\": 0}]}";
    }

    /** Opens when 5 of at least 5 calls within a second failed by more than a fifth. */
    private static String degradeRules() {
        return "{\"version\": 1, \"rules\": [{\"resource\": \"" + SERVICE + ":fail(java.lang.String)\", \"grade\": 1,"
                + " \"count\": 0.2, \"timeWindow\": 5, \"minRequestAmount\": 5, \"statIntervalMs\": 10000}]}";
    }

    private static ErrorCode codeOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        BusinessException thrown = catchThrowableOfType(BusinessException.class, call);
        return thrown == null ? null : thrown.error();
    }
}
