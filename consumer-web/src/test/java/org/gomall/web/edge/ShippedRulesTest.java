package org.gomall.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.alibaba.csp.sentinel.slots.block.degrade.DegradeRule;
import com.alibaba.csp.sentinel.slots.block.degrade.DegradeRuleManager;
import com.alibaba.csp.sentinel.slots.block.flow.FlowRule;
import com.alibaba.csp.sentinel.slots.block.flow.FlowRuleUtil;
import com.alibaba.csp.sentinel.slots.block.flow.param.ParamFlowRule;
import com.alibaba.csp.sentinel.slots.block.flow.param.ParamFlowRuleUtil;
import com.alibaba.csp.sentinel.slots.system.SystemRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gomall.platform.sentinel.RuleDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rule files of all applications, as the launcher publishes them. */
class ShippedRulesTest {

    private static final Path RULES = Path.of("..", "nacos-config", "SENTINEL");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "consumer-web",
                "provider-user",
                "provider-product",
                "provider-stock",
                "provider-order",
                "provider-payment"
            })
    void are_there_and_can_be_loaded(String application) throws IOException {
        RuleDocument.rules(text(application, "flow"), FlowRule.class, FlowRuleUtil::isValidRule);
        RuleDocument.rules(text(application, "param"), ParamFlowRule.class, ParamFlowRuleUtil::isValidRule);
        RuleDocument.rules(text(application, "system"), SystemRule.class, rule -> true);
        List<DegradeRule> breakers =
                RuleDocument.rules(text(application, "degrade"), DegradeRule.class, DegradeRuleManager::isValidRule);

        assertThat(breakers).extracting(DegradeRule::getResource).allSatisfy(service -> assertThat(
                        Class.forName(service))
                .as("a breaker guards a Dubbo service")
                .isInterface());
    }

    private static String text(String application, String kind) throws IOException {
        return Files.readString(RULES.resolve(application + "-" + kind + "-rules.json"));
    }
}
