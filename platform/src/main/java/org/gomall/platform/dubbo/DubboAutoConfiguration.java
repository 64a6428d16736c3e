package org.gomall.platform.dubbo;

import java.time.Duration;
import org.apache.dubbo.common.profiler.ProfilerSwitch;
import org.apache.dubbo.rpc.model.ApplicationModel;
import org.gomall.platform.process.RepeatedJob;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** Dubbo's part in readiness; the filters are found by Dubbo itself (META-INF/dubbo). */
@AutoConfiguration(afterName = "org.apache.dubbo.spring.boot.autoconfigure.DubboAutoConfiguration")
@ConditionalOnBean(ApplicationModel.class)
public class DubboAutoConfiguration {

    private static final Duration MAPPINGS_PAUSE = Duration.ofSeconds(10);

    static {
        // Costs time on every call, and only tells what the meters tell as well.
        ProfilerSwitch.disableSimpleProfiler();
    }

    @Bean
    static CallAuthenticationSetup callAuthenticationSetup() {
        return new CallAuthenticationSetup();
    }

    @Bean
    static MethodSettings methodSettings(ConfigurableListableBeanFactory beans) {
        return new MethodSettings(beans);
    }

    @Bean
    ExportedServices dubboServicesHealthIndicator(ApplicationModel application) {
        return new ExportedServices(application);
    }

    @Bean
    RepeatedJob serviceMappings(ApplicationModel application) {
        return new RepeatedJob("service-mappings", () -> MAPPINGS_PAUSE, new ServiceMappings(application));
    }
}
