package org.gomall.web.edge;

import org.gomall.web.security.StaticPaths;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Sentinel at the edge, for everything but files. */
@Configuration(proxyBeanMethods = false)
class EdgeLimits implements WebMvcConfigurer {

    private static final String ERROR = "/error";

    private final EdgeResources resources;

    EdgeLimits(EdgeResources resources) {
        this.resources = resources;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(resources)
                .excludePathPatterns(StaticPaths.patterns())
                .excludePathPatterns(ERROR);
    }
}
