package org.gomall.web.edge;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.RequestContextFilter;

/** Takes out a filter of Spring Boot's that binds the request to its thread once more, before the dispatcher does so anyway. */
@Configuration(proxyBeanMethods = false)
class NoRequestContext {

    @Bean
    FilterRegistrationBean<RequestContextFilter> requestContextFilter() {
        FilterRegistrationBean<RequestContextFilter> left = new FilterRegistrationBean<>(new RequestContextFilter());
        left.setEnabled(false);
        return left;
    }
}
