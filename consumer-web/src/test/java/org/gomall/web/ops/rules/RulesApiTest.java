package org.gomall.web.ops.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;

import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.user.AuditLogService;
import org.gomall.api.user.PrivilegedAct;
import org.gomall.platform.sentinel.RuleDocument;
import org.gomall.platform.sentinel.RuleKind;
import org.gomall.slice.Browser;
import org.gomall.slice.Browser.Answer;
import org.gomall.slice.Documents;
import org.gomall.slice.SliceTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@SliceTest
class RulesApiTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String FLOW = "/api/ops/flow-rules";

    @LocalServerPort
    private int port;

    @Autowired
    private AuditLogService audit;

    @Autowired
    private Documents documents;

    private Browser ops;
    private ObjectNode before;

    @BeforeEach
    void read_the_rules() {
        reset(audit);
        ops = Browser.at(port).loggedIn("ops");
        before = rules(FLOW);
    }

    @AfterEach
    void put_them_back() {
        reset(audit);
        before.set("version", rules(FLOW).get("version"));
        assertThat(put(before).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"flow", "degrade", "param", "system"})
    void the_rules_of_all_applications_come_as_one_set_and_can_be_sent_back_as_they_are(String kind) {
        String path = "/api/ops/" + kind + "-rules";
        ObjectNode all = rules(path);

        assertThat(all.get("version").longValue()).isPositive();
        assertThat(all.get("rules")).isNotEmpty().allSatisfy(rule -> assertThat(Rules.APPLICATIONS)
                .contains(rule.get("application").stringValue()));
        Answer put = ops.put(path, all.toString());

        assertThat(put.data()).isEqualTo(all);
        verify(audit, never()).record(any());
    }

    @Test
    void a_new_rule_goes_to_its_application_alone_and_is_on_record() {
        String others = stored("provider-order");
        ObjectNode wanted = rules(FLOW);
        add(wanted, "provider-stock", "org.gomall.api.stock.StockQueryService", 50);

        Answer put = put(wanted);

        assertThat(put.data().get("version").longValue())
                .isEqualTo(before.get("version").longValue() + 1);
        assertThat(rules(FLOW)).isEqualTo(put.data());
        RuleDocument document = RuleDocument.read(RuleKind.FLOW, stored("provider-stock"));
        assertThat(document.rules()).hasSize(1);
        assertThat(document.rules().get(0).has("application")).isFalse();
        assertThat(stored("provider-order")).isEqualTo(others);
        ArgumentCaptor<PrivilegedAct> act = ArgumentCaptor.forClass(PrivilegedAct.class);
        verify(audit).record(act.capture());
        assertThat(act.getValue().action()).isEqualTo("ops.rules.change");
        assertThat(act.getValue().details().get("added")).startsWith("provider-stock {\"resource\":");
        assertThat(act.getValue().details().get("removed")).isEmpty();
    }

    @Test
    void a_change_made_from_an_old_version_is_refused() {
        ObjectNode first = rules(FLOW);
        ObjectNode second = rules(FLOW);
        add(first, "provider-stock", "x", 50);
        add(second, "provider-stock", "y", 50);
        assertThat(put(first).status()).isEqualTo(200);

        assertThat(put(second).code()).isEqualTo(40900);
        assertThat(rules(FLOW).toString()).contains("\"x\"").doesNotContain("\"y\"");
    }

    @Test
    void a_change_that_somebody_made_in_nacos_is_seen_and_not_overwritten() {
        ObjectNode old = rules(FLOW);
        documents.publish(
                "SENTINEL",
                "provider-user-flow-rules.json",
                "{\"version\":40,\"rules\":[{\"resource\":\"by hand\",\"count\":1}]}");

        assertThat(rules(FLOW).toString()).contains("by hand");
        add(old, "provider-stock", "x", 50);
        assertThat(put(old).code()).isEqualTo(40900);
    }

    @Test
    void a_document_that_nobody_can_read_is_replaced_by_the_next_change() {
        documents.publish("SENTINEL", "provider-user-flow-rules.json", "{\"version\":");
        ObjectNode wanted = rules(FLOW);
        add(wanted, "provider-user", "x", 50);

        assertThat(put(wanted).status()).isEqualTo(200);
        assertThat(RuleDocument.read(RuleKind.FLOW, stored("provider-user")).rules())
                .hasSize(1);
    }

    @Test
    void nothing_changes_that_cannot_be_put_on_record() {
        doThrow(new BusinessException(ErrorCode.UNAVAILABLE)).when(audit).record(any());
        ObjectNode wanted = rules(FLOW);
        add(wanted, "provider-stock", "x", 50);

        assertThat(put(wanted).code()).isEqualTo(50300);
        assertThat(rules(FLOW)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{\"application\":\"consumer-web\",\"resource\":\"x\",\"count\":-1}'   | rules[0].count",
                "'{\"application\":\"consumer-web\",\"resource\":\"x\",\"count\":\"1\"}'| rules[0].count",
                "'{\"application\":\"consumer-web\",\"count\":1}'                     | rules[0].resource",
                "'{\"application\":\"consumer-web\",\"resource\":\"x\",\"count\":1,\"q\":1}' | rules[0].q",
                "'{\"application\":\"provider-nobody\",\"resource\":\"x\",\"count\":1}' | rules[0].application",
                "'{\"resource\":\"x\",\"count\":1}'                                   | rules[0].application",
                "'{\"application\":5,\"resource\":\"x\",\"count\":1}'                   | rules[0].application",
                "null                                                            | rules[0]"
            })
    void a_wrong_rule_is_refused_by_field(String rule, String field) {
        Answer put = ops.put(FLOW, "{\"version\":" + before.get("version") + ",\"rules\":[" + rule + "]}");

        assertThat(put.code()).as(put.body()).isEqualTo(40001);
        assertThat(put.data().propertyNames()).contains(field);
        assertThat(rules(FLOW)).isEqualTo(before);
    }

    @Test
    void a_body_of_another_form_is_refused() {
        assertThat(ops.put(FLOW, "{\"rules\":[]}").data().propertyNames()).containsExactly("version");
        assertThat(ops.put(FLOW, "{\"version\":1}").data().propertyNames()).containsExactly("rules");
        assertThat(ops.put(FLOW, "{\"version\":1,\"rules\":[],\"x\":1}").code()).isEqualTo(40001);
        assertThat(ops.put(FLOW, "{\"version\":").code()).isEqualTo(40000);
    }

    @Test
    void shoppers_neither_see_nor_change_rules() {
        Browser alice = Browser.at(port).loggedIn("alice");

        assertThat(alice.get(FLOW).code()).isEqualTo(40300);
        assertThat(alice.put(FLOW, before.toString()).code()).isEqualTo(40300);
        assertThat(Browser.at(port).get(FLOW).code()).isEqualTo(40100);
    }

    private static void add(ObjectNode all, String application, String resource, int count) {
        ((ArrayNode) all.get("rules"))
                .add(JSON.createObjectNode()
                        .put("application", application)
                        .put("resource", resource)
                        .put("grade", 1)
                        .put("count", count));
    }

    private String stored(String application) {
        return documents.read("SENTINEL", application + "-flow-rules.json").orElse("");
    }

    private ObjectNode rules(String path) {
        Answer answer = ops.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return (ObjectNode) answer.data();
    }

    private Answer put(JsonNode rules) {
        return ops.put(FLOW, rules.toString());
    }
}
