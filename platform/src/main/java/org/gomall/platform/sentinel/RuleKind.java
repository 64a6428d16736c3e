package org.gomall.platform.sentinel;

import com.alibaba.csp.sentinel.slots.block.degrade.DegradeRule;
import com.alibaba.csp.sentinel.slots.block.degrade.DegradeRuleManager;
import com.alibaba.csp.sentinel.slots.block.flow.FlowRule;
import com.alibaba.csp.sentinel.slots.block.flow.FlowRuleManager;
import com.alibaba.csp.sentinel.slots.block.flow.param.ParamFlowRule;
import com.alibaba.csp.sentinel.slots.system.SystemRule;
import com.alibaba.csp.sentinel.slots.system.SystemRuleManager;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** The kinds of rules; each has one document per application in Nacos. */
public enum RuleKind {
    /** So many calls a second, or so many at once. */
    FLOW(RuleSchema.FLOW, documents -> FlowRuleManager.loadRules(documents.as(FlowRule.class))),
    /** Breakers: no calls for a while after many slow or failed ones. */
    DEGRADE(RuleSchema.DEGRADE, documents -> DegradeRuleManager.loadRules(documents.as(DegradeRule.class))),
    /** So many calls a second for each value of an argument. */
    PARAM(RuleSchema.PARAM, documents -> ParamThreads.load(documents.as(ParamFlowRule.class))),
    /** What a whole process takes on. */
    SYSTEM(RuleSchema.SYSTEM, documents -> SystemRuleManager.loadRules(documents.as(SystemRule.class)));

    private final RuleSchema schema;
    private final Consumer<RuleDocument> loader;

    RuleKind(RuleSchema schema, Consumer<RuleDocument> loader) {
        this.schema = schema;
        this.loader = loader;
    }

    /** The kind of this name, as addresses and documents write it. */
    public static Optional<RuleKind> named(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }

    /** The name in addresses and documents: {@code flow}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The document of an application in Nacos group {@link SentinelAutoConfiguration#GROUP}. */
    public String dataId(String application) {
        return application + "-" + text() + "-rules.json";
    }

    List<RuleProblem> problems(int index, JsonNode rule) {
        return schema.problems(index, rule);
    }

    /** Replaces the rules of this kind that are in force in this process. */
    void load(RuleDocument document) {
        loader.accept(document);
    }
}
