package org.gomall.platform.tracing;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** A trace id for every web request, and spans where an OTLP endpoint is set. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class TracingAutoConfiguration {

    @Bean
    FilterRegistrationBean<Filter> traceIdFilter(
            @Value("${gomall.tracing.trust-incoming:false}") boolean trustIncoming) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(new TraceIdFilter(trustIncoming));
        registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** Spans over OTLP. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(WithEndpoint.class)
    static class Otlp {

        @Bean
        OtlpExport otlpExport(
                @Value("${gomall.tracing.endpoint}") String endpoint,
                @Value("${gomall.tracing.sample:1.0}") double sample,
                @Value("${spring.application.name}") String application,
                @Value("${gomall.instance:}") String instance) {
            return new OtlpExport(endpoint, sample, application, instance);
        }

        @Bean
        static BeanPostProcessor tracedDataSources() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource source && !(bean instanceof TracedDataSource)
                            ? new TracedDataSource(source)
                            : bean;
                }
            };
        }
    }

    /** An empty variable is no endpoint. */
    static final class WithEndpoint implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !context.getEnvironment()
                    .getProperty("gomall.tracing.endpoint", "")
                    .isBlank();
        }
    }
}
