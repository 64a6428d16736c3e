package org.gomall.platform.sentinel;

import com.alibaba.csp.sentinel.Tracer;
import com.alibaba.csp.sentinel.adapter.dubbo3.config.DubboAdapterGlobalConfig;
import com.alibaba.csp.sentinel.adapter.dubbo3.fallback.DubboFallback;
import com.alibaba.csp.sentinel.init.InitExecutor;
import com.alibaba.csp.sentinel.slots.block.degrade.DegradeRule;
import com.alibaba.csp.sentinel.slots.block.degrade.DegradeRuleManager;
import com.alibaba.csp.sentinel.slots.block.flow.FlowRule;
import com.alibaba.csp.sentinel.slots.block.flow.FlowRuleManager;
import com.alibaba.csp.sentinel.slots.block.flow.FlowRuleUtil;
import com.alibaba.csp.sentinel.slots.block.flow.param.ParamFlowRule;
import com.alibaba.csp.sentinel.slots.block.flow.param.ParamFlowRuleManager;
import com.alibaba.csp.sentinel.slots.block.flow.param.ParamFlowRuleUtil;
import com.alibaba.csp.sentinel.slots.system.SystemRule;
import com.alibaba.csp.sentinel.slots.system.SystemRuleManager;
import org.apache.dubbo.rpc.AsyncRpcResult;
import org.gomall.api.common.BusinessException;
import org.gomall.platform.config.ConfigAutoConfiguration;
import org.gomall.platform.config.LiveDocument;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** Sentinel with rules from Nacos, and refusals in GoMall's own words. */
@AutoConfiguration(after = ConfigAutoConfiguration.class)
@ConditionalOnBean(LiveDocument.class)
public class SentinelAutoConfiguration {

    /** Nacos group of the rule documents. */
    public static final String GROUP = "SENTINEL";

    @Bean
    RulesInForce sentinelRules(LiveDocument documents, @Value("${spring.application.name}") String application) {
        // A refusal says that the callee works; only faults may open a breaker.
        Tracer.setExceptionPredicate(error -> !(error instanceof BusinessException refusal) || refusal.isFault());
        DubboFallback refusal = (invoker, invocation, blocked) ->
                AsyncRpcResult.newDefaultAsyncResult(Blocked.asBusinessException(blocked), invocation);
        DubboAdapterGlobalConfig.setConsumerFallback(refusal);
        DubboAdapterGlobalConfig.setProviderFallback(refusal);
        InitExecutor.doInit();

        documents.watch(
                GROUP,
                application + "-flow-rules.json",
                text -> FlowRuleManager.loadRules(RuleDocument.rules(text, FlowRule.class, FlowRuleUtil::isValidRule)));
        documents.watch(
                GROUP,
                application + "-degrade-rules.json",
                text -> DegradeRuleManager.loadRules(
                        RuleDocument.rules(text, DegradeRule.class, DegradeRuleManager::isValidRule)));
        documents.watch(
                GROUP,
                application + "-param-rules.json",
                text -> ParamFlowRuleManager.loadRules(
                        RuleDocument.rules(text, ParamFlowRule.class, ParamFlowRuleUtil::isValidRule)));
        documents.watch(
                GROUP,
                application + "-system-rules.json",
                text -> SystemRuleManager.loadRules(
                        RuleDocument.rules(text, SystemRule.class, SentinelAutoConfiguration::isValid)));
        return new RulesInForce(application);
    }

    private static boolean isValid(SystemRule rule) {
        return rule.getHighestCpuUsage() <= 1
                && (rule.getHighestCpuUsage() >= 0
                        || rule.getHighestSystemLoad() >= 0
                        || rule.getAvgRt() >= 0
                        || rule.getMaxThread() >= 0
                        || rule.getQps() >= 0);
    }

    /** Tells other beans that the rules of an application are being watched. */
    public record RulesInForce(String application) {}
}
