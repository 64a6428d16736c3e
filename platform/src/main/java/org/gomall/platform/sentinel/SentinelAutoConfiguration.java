package org.gomall.platform.sentinel;

import com.alibaba.csp.sentinel.Tracer;
import com.alibaba.csp.sentinel.adapter.dubbo3.config.DubboAdapterGlobalConfig;
import com.alibaba.csp.sentinel.adapter.dubbo3.fallback.DubboFallback;
import com.alibaba.csp.sentinel.init.InitExecutor;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.dubbo.common.constants.CommonConstants;
import org.apache.dubbo.rpc.AsyncRpcResult;
import org.gomall.api.common.BusinessException;
import org.gomall.platform.config.ConfigAutoConfiguration;
import org.gomall.platform.config.LiveDocument;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** Sentinel with rules from Nacos, and refusals in GoMall's own words. */
@AutoConfiguration(
        after = ConfigAutoConfiguration.class,
        afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnBean(LiveDocument.class)
public class SentinelAutoConfiguration {

    /** Nacos group of the rule documents. */
    public static final String GROUP = "SENTINEL";

    @Bean
    RuleState ruleState(ObjectProvider<MeterRegistry> meters) {
        return new RuleState(meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    RulesInForce sentinelRules(
            LiveDocument documents, RuleState state, @Value("${spring.application.name}") String application) {
        SystemTime.use();
        // A refusal says that the callee works; only faults may open a breaker.
        Tracer.setExceptionPredicate(error -> !(error instanceof BusinessException refusal) || refusal.isFault());
        DubboFallback refusal = (invoker, invocation, blocked) ->
                AsyncRpcResult.newDefaultAsyncResult(Blocked.asBusinessException(blocked), invocation);
        DubboAdapterGlobalConfig.setConsumerFallback(refusal);
        DubboAdapterGlobalConfig.setProviderFallback(refusal);
        // What Sentinel's own would find; but that copies everything that comes with a call first.
        DubboAdapterGlobalConfig.setOriginParser(
                (invoker, invocation) -> invocation.getAttachment(CommonConstants.REMOTE_APPLICATION_KEY, ""));
        InitExecutor.doInit();
        ParamThreads.leaveOut();

        for (RuleKind kind : RuleKind.values()) {
            RuleWatch.start(documents, kind, application, state);
        }
        return new RulesInForce(application);
    }

    /** Tells other beans that the rules of an application are being watched. */
    public record RulesInForce(String application) {}
}
