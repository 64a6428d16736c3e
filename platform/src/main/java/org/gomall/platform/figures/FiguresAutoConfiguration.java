package org.gomall.platform.figures;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Filter;
import org.apache.dubbo.rpc.model.ApplicationModel;
import org.gomall.platform.instance.InstanceAutoConfiguration;
import org.gomall.platform.instance.RunningInstance;
import org.gomall.platform.sentinel.RuleState;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** The figures of this process; the filter of Dubbo calls is found by Dubbo itself (META-INF/dubbo). */
@AutoConfiguration(
        after = InstanceAutoConfiguration.class,
        afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnBean({RunningInstance.class, MeterRegistry.class})
public class FiguresAutoConfiguration {

    @Bean
    RequestMeter requestMeter(MeterRegistry meters, ObjectProvider<ApplicationModel> dubbo) {
        RequestMeter meter = new RequestMeter(meters);
        dubbo.ifAvailable(application -> application.getBeanFactory().registerBean(meter));
        return meter;
    }

    @Bean
    FiguresEndpoint figuresEndpoint(RunningInstance self, RequestMeter meter, ObjectProvider<RuleState> rules) {
        return new FiguresEndpoint(self, meter, rules);
    }

    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    FilterRegistrationBean<Filter> webRequestFilter(RequestMeter meter, MeterRegistry meters) {
        FilterRegistrationBean<Filter> registration =
                new FilterRegistrationBean<>(new WebRequestFilter(meter, new PatternTimers(meters)));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }
}
