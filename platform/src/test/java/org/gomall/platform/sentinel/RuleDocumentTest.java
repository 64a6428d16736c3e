package org.gomall.platform.sentinel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.alibaba.csp.sentinel.slots.block.degrade.DegradeRule;
import com.alibaba.csp.sentinel.slots.block.flow.FlowRule;
import com.alibaba.csp.sentinel.slots.block.flow.param.ParamFlowItem;
import com.alibaba.csp.sentinel.slots.block.flow.param.ParamFlowRule;
import com.alibaba.csp.sentinel.slots.system.SystemRule;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gomall.platform.config.LiveDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class RuleDocumentTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "flow    | {'count':1}                                            | rules[0].resource is missing",
                "flow    | {'resource':'x'}                                       | rules[0].count is missing",
                "flow    | {'resource':' ','count':1}                             | rules[0].resource must be a text",
                "flow    | {'resource':'x','count':'1'}                           | rules[0].count must be a number",
                "flow    | {'resource':'x','count':-1}                            | rules[0].count must be a number",
                "flow    | {'resource':'x','count':null}                          | rules[0].count must be a number",
                "flow    | {'resource':'x','count':1,'grade':2}                   | rules[0].grade must be a whole number",
                "flow    | {'resource':'x','count':1,'grade':1.5}                 | rules[0].grade must be a whole number",
                "flow    | {'resource':'x','count':1,'qps':5}                     | rules[0].qps is no field",
                "flow    | {'resource':'x','count':1,'strategy':1}                | rules[0].refResource is missing",
                "flow    | {'resource':'x','count':1,'clusterMode':true}          | rules[0].clusterMode must be false",
                "flow    | {'resource':'(','count':1,'regex':true}                | rules[0].resource is no regular",
                "flow    | 5                                                      | rules[0] must be an object",
                "degrade | {'resource':'x','count':1,'timeWindow':0}              | rules[0].timeWindow must be",
                "degrade | {'resource':'x','count':2,'grade':1,'timeWindow':1}    | rules[0].count must be a share",
                "degrade | {'resource':'x','count':0.5,'grade':0,'timeWindow':1}  | rules[0].count must be at least",
                "param   | {'resource':'x','count':1}                             | rules[0].paramIdx is missing",
                "param   | {'resource':'x','count':1,'paramIdx':0,'controlBehavior':1} | rules[0].controlBehavior must",
                "param   | {'resource':'x','count':1,'paramIdx':0,'paramFlowItemList':[{'object':5}]} "
                        + "| rules[0].paramFlowItemList must hold",
                "system  | {'qps':-1}                                             | rules[0] must limit something",
                "system  | {'highestCpuUsage':80}                                 | rules[0].highestCpuUsage must be",
                "system  | {'maxThreads':80}                                      | rules[0].maxThreads is no field"
            })
    void a_rule_that_is_wrong_is_named_with_its_field(String kind, String rule, String message) {
        BadRulesException bad = catchThrowableOfType(
                BadRulesException.class,
                () -> RuleDocument.read(
                        RuleKind.named(kind).orElseThrow(),
                        ("{'version':1,'rules':[" + rule + "]}").replace('\'', '"')));

        assertThat(bad).hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]                                    | must be an object",
                "{                                     | is not JSON",
                "{'version':1,'rules':[]} x            | is not JSON",
                "{'version':1,'version':2,'rules':[]}  | is not JSON",
                "{'rules':[]}                          | version must be a whole number",
                "{'version':'1','rules':[]}            | version must be a whole number",
                "{'version':1}                         | rules must be a list",
                "{'version':1,'rules':{}}              | rules must be a list",
                "{'version':1,'rules':[],'more':1}     | more is no field"
            })
    void a_document_of_another_form_is_refused(String text, String message) {
        assertThatThrownBy(() -> RuleDocument.read(RuleKind.FLOW, text.replace('\'', '"')))
                .isInstanceOf(BadRulesException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void half_a_document_is_refused_as_a_whole_and_everything_wrong_is_told() {
        BadRulesException bad = catchThrowableOfType(
                BadRulesException.class,
                () -> RuleDocument.read(
                        RuleKind.FLOW,
                        "{\"version\":1,\"rules\":[{\"resource\":\"good\",\"count\":1},{\"count\":-1,\"id\":\"x\"}]}"));

        assertThat(bad.problems())
                .extracting(RuleProblem::path)
                .containsExactlyInAnyOrder("rules[1].resource", "rules[1].count", "rules[1].id");
    }

    @Test
    void what_sentinel_itself_writes_is_understood() {
        JsonMapper json = JsonMapper.shared();
        FlowRule flow = new FlowRule("x").setCount(5).setGrade(0);
        DegradeRule degrade = new DegradeRule("x").setCount(0.5).setGrade(1).setTimeWindow(2);
        ParamFlowRule param = new ParamFlowRule("x").setCount(3).setParamIdx(2);
        param.setParamFlowItemList(List.of(new ParamFlowItem("7", 100, "java.lang.String")));
        SystemRule system = new SystemRule();
        system.setMaxThread(10);

        assertThat(read(RuleKind.FLOW, json.writeValueAsString(flow)).as(FlowRule.class))
                .containsExactly(flow);
        assertThat(read(RuleKind.SYSTEM, json.writeValueAsString(system)).as(SystemRule.class))
                .containsExactly(system);
        assertThat(read(RuleKind.DEGRADE, json.writeValueAsString(degrade)).as(DegradeRule.class))
                .containsExactly(degrade);
        ParamFlowRule again = read(RuleKind.PARAM, json.writeValueAsString(param))
                .as(ParamFlowRule.class)
                .get(0);
        assertThat(again.getParamFlowItemList()).hasSize(1);
        assertThat(again.getParamIdx()).isEqualTo(2);
    }

    @Test
    void the_text_of_a_document_is_the_document() {
        RuleDocument document = read(RuleKind.FLOW, "{\"resource\":\"x\",\"count\":1}");

        assertThat(RuleDocument.read(RuleKind.FLOW, document.text())).isEqualTo(document);
        assertThat(RuleDocument.read(RuleKind.FLOW, new RuleDocument(3, List.of()).text())
                        .version())
                .isEqualTo(3);
    }

    @Test
    void a_bad_document_at_the_start_stays_known_although_an_older_one_is_in_force() {
        RuleState state = new RuleState(new SimpleMeterRegistry());
        Starting documents = new Starting("{\"version\": 9", "{\"version\":4,\"rules\":[]}");

        RuleWatch.start(documents, RuleKind.SYSTEM, "x", state);

        assertThat(state.of(RuleKind.SYSTEM).version()).isEqualTo(4);
        assertThat(state.of(RuleKind.SYSTEM).problem()).startsWith("is not JSON");
        documents.consumer.accept("{\"version\":10,\"rules\":[]}");
        assertThat(state.of(RuleKind.SYSTEM)).isEqualTo(new RuleState.Kind("system", 10, null));
    }

    private static RuleDocument read(RuleKind kind, String rule) {
        return RuleDocument.read(kind, "{\"version\":1,\"rules\":[" + rule + "]}");
    }

    /** Offers one text after the other until one is taken, as the real one does with Nacos and its copy on disk. */
    private static final class Starting implements LiveDocument {

        private final List<String> texts;
        private Consumer<String> consumer;

        private Starting(String... texts) {
            this.texts = List.of(texts);
        }

        @Override
        public void watch(String group, String dataId, Consumer<String> watcher) {
            consumer = watcher;
            for (String text : texts) {
                try {
                    watcher.accept(text);
                    return;
                } catch (IllegalArgumentException bad) {
                    // The next one is tried.
                }
            }
        }

        @Override
        public Optional<String> read(String group, String dataId) {
            return Optional.empty();
        }

        @Override
        public void publish(String group, String dataId, String content) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean publishIf(String group, String dataId, String expected, String content) {
            throw new UnsupportedOperationException();
        }
    }
}
